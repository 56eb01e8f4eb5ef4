"""What Prefect's form is made of: the schema of each flow's parameters."""

from typing import Any

import pytest
from prefect import Flow
from prefect.utilities.callables import parameter_schema

from cleaners.standard import STANDARD
from flows.flows import clean_filing, clean_inbox, clean_text

FLOWS: list[Flow[..., Any]] = [clean_inbox, clean_filing, clean_text]


def properties(flow: Flow[..., Any]) -> dict[str, dict[str, Any]]:
    return parameter_schema(flow).model_dump()["properties"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("flow", FLOWS)
def test_every_parameter_has_a_title_and_a_description_of_its_own(flow: Flow[..., Any]) -> None:
    for name, told in properties(flow).items():
        assert told["title"] != name, name
        assert told["description"].endswith("."), name


@pytest.mark.parametrize("flow", FLOWS)
def test_every_parameter_that_may_be_left_out_shows_its_default(flow: Flow[..., Any]) -> None:
    schema = parameter_schema(flow).model_dump()
    assert all("default" in told or name in schema["required"] for name, told in properties(flow).items())


@pytest.mark.parametrize("flow", FLOWS)
def test_steps_and_formats_are_chosen_not_typed(flow: Flow[..., Any]) -> None:
    told = properties(flow)
    assert told["leave_out"]["items"]["enum"] == list(STANDARD)
    if "formats" in told:
        assert told["formats"]["items"]["enum"] == ["markdown", "jsonl", "hocr"]


def test_a_form_refuses_nothing_at_all() -> None:
    assert properties(clean_inbox)["sources"]["minItems"] == 1
    assert properties(clean_text)["text"]["minLength"] == 1
