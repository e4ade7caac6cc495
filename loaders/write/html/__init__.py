"""The exploration page: one HTML file, no network, every link with the sentences that show it."""

from wenmai.loaders.write.html.page import PageReport, write_page

__all__ = ["PageReport", "write_page"]
