# Cleans filings, with everything inside:
#   docker build -t clean-filings .
#   docker run --rm -v "$PWD/inbox:/inbox:ro" -v "$PWD/outbox:/outbox" --user "$(id -u):$(id -g)" \
#       clean-filings run /inbox --out /outbox
# or works for a Prefect server:
#   docker run -e PREFECT_API_URL=http://server:4200/api -v ... --entrypoint prefect \
#       clean-filings worker start --type process --pool filings

FROM python:3.11-slim-bookworm AS build
RUN python -m venv /opt/clean-filings
WORKDIR /src
COPY requirements.lock ./
RUN /opt/clean-filings/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY cleaners cleaners
COPY flows flows
RUN /opt/clean-filings/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-osd poppler-utils \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/clean-filings /opt/clean-filings
# Any user may run it (--user): Prefect keeps its state in a home that all may write to.
RUN useradd --create-home --uid 1000 clean && mkdir -m 1777 /var/lib/prefect
ENV PATH=/opt/clean-filings/bin:$PATH \
    PREFECT_HOME=/var/lib/prefect \
    PREFECT_SERVER_ANALYTICS_ENABLED=false \
    DO_NOT_TRACK=1 \
    OMP_THREAD_LIMIT=1 \
    PYTHONUNBUFFERED=1
USER clean
WORKDIR /home/clean
ENTRYPOINT ["clean-filings"]
CMD ["--help"]
