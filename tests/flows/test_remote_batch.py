"""A batch whose inbox and outbox lie in an object store, with worker processes."""

from collections.abc import Callable
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner

from flows.batch import Share, clean_batch
from flows.boxes.inbox import jobs_in
from flows.cli import main
from flows.storage.stores import UnusablePlace

pytestmark = pytest.mark.xdist_group("stores")


def test_filings_in_a_bucket_are_cleaned_cited_verified_and_skipped(
    s3: str, inbox: Path, tmp_path: Path
) -> None:
    source, outbox = f"{s3}/{tmp_path.name}/inbox", f"{s3}/{tmp_path.name}/outbox"
    bucket = boto3.client("s3")
    place = f"{tmp_path.name}/inbox"
    for name in ("order.txt", "motions/brief.txt"):
        bucket.put_object(Bucket="court", Key=f"{place}/{name}", Body=(inbox / name).read_bytes())
    bucket.put_object(Bucket="court", Key=f"{place}/letter.docx", Body=b"x")
    outcomes = clean_batch(jobs_in([source], outbox), outbox)
    assert [(o.name, o.state) for o in outcomes] == [
        ("letter.docx", "failed"), ("motions/brief.txt", "cleaned"), ("order.txt", "cleaned"),
    ]  # fmt: skip
    again = clean_batch(jobs_in([source], outbox), outbox)
    assert [o.state for o in again] == ["failed before", "done before", "done before"]
    cited = CliRunner().invoke(main, ["cite", f"{outbox}/order.txt.json", "summary judgment"])
    assert "page 1" in cited.stdout
    verified = CliRunner().invoke(main, ["verify", outbox])
    assert verified.exit_code == 0, verified.output
    assert verified.stdout.count("same") == 2


def test_a_filing_in_a_bucket_may_be_named_alone(s3: str, tmp_path: Path) -> None:
    boto3.client("s3").put_object(Bucket="court", Key=f"{tmp_path.name}/a/order.txt", Body=b"Granted.")
    (job,) = jobs_in([f"{s3}/{tmp_path.name}/a/order.txt"], tmp_path)
    assert (str(job.name), job.place) == ("order.txt", f"{s3}/{tmp_path.name}/a/order.txt")
    with job.fetched() as path:
        assert path.read_bytes() == b"Granted."
    assert jobs_in([f"{s3}/{tmp_path.name}/a/motion.txt"], tmp_path) == []


def test_filings_in_a_bucket_are_looked_at_with_their_pictures(
    s3: str, tmp_path: Path, make_pdf: Callable[[Path, int], Path]
) -> None:
    source, outbox = f"{s3}/{tmp_path.name}/inbox", f"{s3}/{tmp_path.name}/outbox"
    bucket, place = boto3.client("s3"), f"{tmp_path.name}/inbox/orders/order.pdf"
    bucket.upload_file(str(make_pdf(tmp_path / "order.pdf", 2)), "court", place)
    ran = CliRunner().invoke(main, ["run", source, "--out", outbox, "--review"])
    assert f"Pages to look at: {outbox}/review/index.html" in ran.stdout

    def page() -> tuple[str, object]:
        found = bucket.get_object(Bucket="court", Key=f"{tmp_path.name}/outbox/review/orders/order.pdf.html")
        return found["Body"].read().decode(), found["LastModified"]

    first = page()
    assert first[0].count("data:image/webp;base64,") == 2
    CliRunner().invoke(main, ["review", outbox])
    assert page() == first, "a page that is up to date is left alone"
    bucket.delete_object(Bucket="court", Key=place)
    CliRunner().invoke(main, ["review", outbox])
    assert "There are no pictures of its pages" in page()[0]


@pytest.mark.parametrize("command", [["review"], ["verify"], ["retry"], ["run", "{inbox}", "--out"]])
def test_a_place_that_cannot_be_meant_is_told_of_in_a_line(command: list[str], inbox: Path) -> None:
    result = CliRunner().invoke(main, [*(part.format(inbox=inbox) for part in command), "nowhere://at/all"])
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_outbox_in_the_inbox_is_refused(s3: str) -> None:
    with pytest.raises(UnusablePlace, match="outbox"):
        jobs_in([f"{s3}/box/in"], f"{s3}/box")


def test_a_share_begins_with_its_own_and_leaves_none_out(inbox: Path, outbox: Path) -> None:
    for number in range(20):
        (inbox / f"{number}.txt").write_text(str(number))
    jobs = jobs_in([inbox], outbox)
    one, two = Share(0, 2).first(jobs), Share(1, 2).first(jobs)
    assert {job.name for job in one} == {job.name for job in two} == {job.name for job in jobs}
    assert one[0] not in two[: len(two) // 3]
    assert Share().first(jobs) == jobs
