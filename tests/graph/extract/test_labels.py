"""The label map."""

import pytest

from wenmai.graph.extract.labels import mapped


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", "PERSON"),
        ("ORG", "ORG"),
        ("GPE", "PLACE"),
        ("LOC", "PLACE"),
        ("FAC", "PLACE"),
        ("PLACE", "PLACE"),
        ("PROGRAM", "PROGRAM"),
        ("EVENT", None),
        ("LAW", None),
        ("WORK_OF_ART", None),
        ("DATE", None),
        ("NORP", None),
    ],
)
def test_mapped(label, kind):
    assert mapped(label) == kind
