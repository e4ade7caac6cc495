"""How well a pipeline did, for people and programs: a page of its errors, a JSON file."""

from wenmai.loaders.write.errors.as_json import evaluation_json
from wenmai.loaders.write.errors.page import errors_page

__all__ = ["errors_page", "evaluation_json"]
