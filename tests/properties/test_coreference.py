"""Whatever tree the model makes of whatever words: links lie in the text, point elsewhere, are the same twice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from muniment.claims.coreference import links
from muniment.claims.naming.entity import REASONS
from muniment.language.analysis import Analysis
from muniment.schema.document import Document
from tests.properties.test_extraction import analyses


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses())
def test_links_are_sound(analysis: Analysis) -> None:
    document = Document(Document.id_of(analysis.text), "d", analysis.text, published="2024-05-10")
    found = links(document, analysis)
    assert found == links(document, analysis)
    for link in found:
        assert 0 <= link.start < link.end <= len(analysis.text)
        assert 0 <= link.to_start < link.to_end <= len(analysis.text)
        assert link.end <= link.to_start or link.to_end <= link.start
        assert link.reason in REASONS.values()
        assert link.target
