"""Have someone told when a batch failed, if only in part: by a POST to a chat's or ticket system's webhook.

    PREFECT_API_URL=http://127.0.0.1:4200/api python examples/tell.py https://chat.example.org/hooks/filings

It makes an automation in Prefect, which can be seen, changed and switched off under Automations in the UI.
"""

import sys

from prefect.automations import Automation
from prefect.blocks.webhook import Webhook
from prefect.events.actions import CallWebhook
from prefect.events.schemas.automations import EventTrigger, Posture

MESSAGE = """{"text": "{{ flow_run.name }} is {{ flow_run.state.name }}: {{ flow_run.state.message }}"}"""


def tell(url: str) -> None:
    """Have Prefect post to the address whenever filings of a batch failed."""
    block = Webhook(method="POST", url=url, headers={"Content-Type": "application/json"})
    where = block.save("filings-that-failed", overwrite=True)
    Automation(
        name="clean-filings: tell of failures",
        trigger=EventTrigger(
            expect={"prefect.flow-run.PartlyFailed", "prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
            match={"prefect.resource.id": "prefect.flow-run.*"},
            for_each={"prefect.resource.id"},
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[CallWebhook(block_document_id=where, payload=MESSAGE)],
    ).create()


if __name__ == "__main__":
    tell(sys.argv[1])
