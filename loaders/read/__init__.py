"""From paths to decoded text, whatever the encoding and the format."""

from wenmai.loaders.read.document import Details, RawDocument, ReadOptions, SourceFile
from wenmai.loaders.read.reading import read_source
from wenmai.loaders.read.sources import digest_of, find_sources

__all__ = ["Details", "RawDocument", "ReadOptions", "SourceFile", "digest_of", "find_sources", "read_source"]
