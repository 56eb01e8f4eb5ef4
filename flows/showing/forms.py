"""How the parameters of flows look in Prefect's form.

Prefect titles a parameter by its name and drops the title of its field; what ``json_schema_extra`` says it
keeps. Descriptions it takes from the docstring's ``Args``, choices and bounds from the type.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from cleaners.standard import STANDARD


def titled(title: str, **bounds: Any) -> Any:  # noqa: ANN401 - what pydantic's Field takes and gives
    """A parameter's title in the form, and its bounds as pydantic names them."""
    return Field(json_schema_extra={"title": title}, **bounds)


def _spelt(given: Any) -> Any:  # noqa: ANN401 - whatever a form or a caller holds
    return os.fspath(given) if isinstance(given, os.PathLike) else given


def as_list(given: Any) -> Any:  # noqa: ANN401 - whatever a form or a caller holds
    """A place alone as a list of one."""
    return [given] if isinstance(given, str | os.PathLike) else given


if TYPE_CHECKING:  # what callers write; a form wants the types below
    Place = str | Path
    Places = str | Path | list[str] | list[Path]
    Step = str
    Format = str
else:
    Place = Annotated[str, BeforeValidator(_spelt), Field(min_length=1)]
    Places = Annotated[list[Place], BeforeValidator(as_list), Field(min_length=1)]
    Step = Literal[tuple(STANDARD)]
    Format = Literal["markdown", "jsonl", "hocr"]
