"""What the limits may be set to."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel, ByteSize, Field, ValidationError

from flows.bounds.limits import PILLOWS, USUAL, Limits

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Settable(BaseModel):
    """The limits as they are set: bytes may have units."""

    max_bytes: ByteSize = Field(ByteSize(USUAL.max_bytes), gt=0, description="A filing's file is no larger.")
    max_pages: int = Field(USUAL.max_pages, gt=0, description="A filing has no more pages.")
    max_characters: int = Field(USUAL.max_characters, gt=0, description="A filing has no more text.")
    max_pixels: int = Field(
        USUAL.max_pixels,
        gt=0,
        le=PILLOWS,
        description="No image has more dots (a letter page at 1,200 dpi: 135M).",
    )
    page_seconds: float = Field(USUAL.page_seconds, gt=0, description="Reading a page takes no longer.")
    filing_seconds: float = Field(USUAL.filing_seconds, gt=0, description="A filing takes no longer in all.")
    memory: ByteSize = Field(
        ByteSize(USUAL.memory),
        ge=1 << 30,
        description="A worker process takes no more, nor a program it starts.",
    )


def checked(given: Mapping[str, str]) -> Limits:
    """The usual limits, but for those that are given. Raises ValueError for what is no limit.

    >>> checked({"max_bytes": "50 MB"}).max_bytes
    50000000
    >>> checked({"max_pages": "0"})
    Traceback (most recent call last):
    ValueError: the limit max-pages cannot be '0': input should be greater than 0
    """
    try:
        return Limits(**Settable.model_validate(given).model_dump())
    except ValidationError as error:
        raise ValueError("; ".join(map(_told, error.errors()))) from error


def _told(fault: "ErrorDetails") -> str:
    name, why = str(fault["loc"][0]).replace("_", "-"), fault["msg"]
    return f"the limit {name} cannot be {fault['input']!r}: {why[:1].lower()}{why[1:]}"
