"""Which Prefect server is meant, found without loading Prefect, which takes longer than cleaning a filing."""

import os
import tomllib
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Any


def configured_server() -> str | None:
    """The API address from ``PREFECT_API_URL``, else from the active Prefect profile; None without either."""
    return os.environ.get("PREFECT_API_URL") or _profile().get("PREFECT_API_URL") or None


def answers(api_url: str) -> bool:
    """Whether anything answers at the address, a refusal included."""
    try:
        urllib.request.urlopen(f"{api_url.rstrip('/')}/health", timeout=10).close()  # noqa: S310 - the user's own
    except urllib.error.HTTPError:
        return True
    except (OSError, ValueError, HTTPException):
        return False
    return True


def is_prefect(api_url: str) -> bool:
    """Whether what answers at the address is a Prefect server that lets us in."""
    try:
        with urllib.request.urlopen(f"{api_url.rstrip('/')}/health", timeout=10) as told:  # noqa: S310 - as above
            return bool(told.read(5) == b"true")
    except (OSError, ValueError, HTTPException):
        return False


def _profile() -> dict[str, Any]:
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    path = Path(os.environ.get("PREFECT_PROFILES_PATH") or home / "profiles.toml").expanduser()
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    active = os.environ.get("PREFECT_PROFILE") or settings.get("active")
    profile = settings.get("profiles", {}).get(active, {})
    return profile if isinstance(profile, dict) else {}
