"""A server for journeys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.journeys.serving import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a worker and no demo people, one for all journeys of this run."""
    running = Server(tmp_path_factory.mktemp("served"))
    running.start("--no-demo")
    yield running
    running.stop()
