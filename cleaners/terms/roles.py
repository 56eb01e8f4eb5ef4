"""What filings call a party by the side it is on."""

from __future__ import annotations

PARTY = (
    r"(?i:plaintiff|defendant|petitioner|respondent|appellant|appellee|debtor|claimant|movant|intervenor|"
    r"complainant|relator)"
)
"""In the singular, whatever its letters' case."""

ANSWERING = r"(?:Defendant|Respondent|Appellee)s?"
"""The parties that a caption names last, below its ``v.``, begun with a capital as it begins them."""
