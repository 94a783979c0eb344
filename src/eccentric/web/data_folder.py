"""Where this server keeps its data, and its secret."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def data_folder() -> Path:
    """Return the data folder, made if need be: $ECCENTRIC_DATA, else ``var`` of a checkout, else the platform's place for user data."""
    named = os.environ.get("ECCENTRIC_DATA")
    folder = Path(named).expanduser().resolve() if named else _default()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _default() -> Path:
    if (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "src" / "eccentric").is_dir():
        return CHECKOUT / "var"
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Eccentric"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Eccentric"
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "eccentric"


def secret_key(folder: Path) -> str:
    """Return the server's secret: $ECCENTRIC_SECRET_KEY, else the one in the data folder, made at the first start for its owner only."""
    named = os.environ.get("ECCENTRIC_SECRET_KEY")
    if named:
        return named
    path = folder / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    secret = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret + "\n")
    return secret
