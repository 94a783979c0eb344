"""``eccentric serve``: the web app on this machine."""

from __future__ import annotations

import os
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from eccentric.terms.errors import bad_input

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 is every network of this machine.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen at.")
@click.option(
    "--https", is_flag=True, help="Serve over HTTPS with --cert and --key; phones need it for offline use, passkeys and the camera."
)
@click.option("--cert", type=click.Path(path_type=Path), metavar="FILE", help="Certificate (PEM) for --https.")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE", help="Private key (PEM) of the certificate.")
@click.option("--no-demo", is_flag=True, help="Leave an empty database empty: no demo people.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option("--no-worker", is_flag=True, help="Start no worker; run `eccentric worker` yourself.")
def command(
    host: str, port: int, https: bool, cert: Path | None, key: Path | None, no_demo: bool, no_browser: bool, no_worker: bool
) -> None:
    """Start the web app, with one worker that analyses clips.

    \b
    eccentric serve
    eccentric serve --host 0.0.0.0 --port 8443 --https --cert box.crt --key box.key
    """
    _check_certificate(https, cert, key)
    _check_port(host, port)
    _environment(host, https)
    _prepare(demo=not no_demo)
    _warm_up()
    url = f"{'https' if https else 'http'}://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}/"
    with _worker(wanted=not no_worker):
        if not no_browser:
            threading.Thread(target=_open_when_up, args=(url, host, port), daemon=True).start()
        click.echo(f"Eccentric: {url} (stop with Ctrl-C)", err=True)
        _serve(host, port, cert if https else None, key if https else None)


def _check_certificate(https: bool, cert: Path | None, key: Path | None) -> None:
    if not https and (cert or key):
        raise bad_input("--cert, --key", "--https with them", "neither")
    for name, path in (("--cert", cert), ("--key", key)):
        if https and path is None:
            raise bad_input(name, "a PEM file, since --https was given", "nothing")
        if path is not None and not path.is_file():
            raise bad_input(f"{name} {path}", "a PEM file", "no such file")


def _check_port(host: str, port: int) -> None:
    """Say at once when something else listens there, instead of after the database was brought up to date."""
    import socket

    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            pass
    except OSError as error:
        raise bad_input(f"--host {host} --port {port}", "a free place to listen", (error.strerror or "an error").lower()) from None


def _environment(host: str, https: bool) -> None:
    """Tell the settings what only the command line knows."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")
    if https:
        os.environ["ECCENTRIC_HTTPS"] = "1"
    if host not in LOOPBACK:
        os.environ["ECCENTRIC_OPEN"] = "1"


def _prepare(*, demo: bool) -> None:
    from eccentric.web.start import prepare

    prepare(demo=demo)


def _warm_up() -> None:
    from eccentric.web.start import warm_up

    warm_up()


@contextmanager
def _worker(*, wanted: bool) -> Iterator[None]:
    """Run one worker beside the server; it is started again if it dies, and ends with the server."""
    if not wanted:
        yield
        return
    from eccentric.web.start import Companion

    companion = Companion([sys.executable, "-c", "from eccentric.cli import main; main()", "worker", "--with-parent", str(os.getpid())])
    companion.start()
    try:
        yield
    finally:
        companion.stop()


def _serve(host: str, port: int, cert: Path | None, key: Path | None) -> None:
    import signal

    import uvicorn

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # uvicorn raises it again when it has ended: what is beside the server ends too
    uvicorn.run(
        "eccentric.web.asgi:application",
        host=host,
        port=port,
        workers=1,
        lifespan="off",
        ws="none",
        access_log=False,
        server_header=False,
        log_config=None,
        ssl_certfile=cert,
        ssl_keyfile=key,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )


def _open_when_up(url: str, host: str, port: int) -> None:
    import socket

    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1" if host == "0.0.0.0" else host, port), 0.3):
                break
        except OSError:
            time.sleep(0.1)
    webbrowser.open(url)
