"""The browser assets that are installed find a person in a real browser, and ask nobody outside for anything."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = """<!doctype html><title>pose</title><script type="module">
window.result = null;
const worker = new Worker("/worker.js", {type: "module"});
worker.onmessage = (event) => { window.result = event.data; };
worker.onerror = (event) => { window.result = {error: event.message}; };
worker.postMessage(await createImageBitmap(await (await fetch("/frame.png")).blob()));
</script>"""

WORKER = """import {FilesetResolver, PoseLandmarker} from "/vendor/mediapipe/vision_bundle.mjs";
onmessage = async (event) => {
  try {
    const files = await FilesetResolver.forVisionTasks("/vendor/mediapipe/wasm", true);
    const baseOptions = {modelAssetPath: "/vendor/mediapipe/pose_landmarker_lite.task", delegate: "CPU"};
    const landmarker = await PoseLandmarker.createFromOptions(files, {baseOptions, runningMode: "IMAGE"});
    postMessage({people: landmarker.detect(event.data).landmarks});
  } catch (error) { postMessage({error: String(error)}); }
};"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without writing a log."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, format: str, *args: object) -> None:
        pass


def save_frame(clip: Path, index: int, to: Path) -> None:
    """Write one frame of a clip as PNG."""
    with av.open(str(clip)) as opened:
        for number, frame in enumerate(opened.decode(video=0)):
            if number == index:
                cv2.imwrite(str(to), frame.to_ndarray(format="bgr24"))
                return
    raise AssertionError("the clip is shorter than that")


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "vendor").symlink_to(root / "src/eccentric/web/static/vendor")
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "worker.js").write_text(WORKER)
    save_frame(root / "bench/clips/dev06_standing_drift.mp4", 20, tmp_path / "frame.png")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_person_is_found_without_the_network(site: str, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.wait_for_function("window.result !== null", timeout=60_000)
    result = page.evaluate("window.result")
    page.close()
    assert "error" not in result, result
    assert len(result["people"]) == 1
    nose, ankle = result["people"][0][0], result["people"][0][27]
    assert nose["visibility"] > 0.5
    assert ankle["y"] - nose["y"] > 0.3, "a standing person's ankle is well below the nose"
    assert [url for url in asked if not url.startswith((site, "blob:", "data:"))] == []
