"""How the kiosk's parts are put together."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

import ui.app
from kiosk.settings import Settings
from tests.vision.faces import frame, scene

if TYPE_CHECKING:
    from vision.supervisor import WorkerConfig


class Configured(Exception):  # noqa: N818 - not an error: it ends the start once all is known that is asked
    """The worker's configuration is settled."""


@pytest.mark.parametrize("people", [1, 2])
def test_the_worker_is_set_up_for_as_many_people_as_the_settings_say(
    people: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def supervisor(config: WorkerConfig, _: object) -> None:
        raise Configured(config)

    monkeypatch.setattr(ui.app, "Supervisor", supervisor)
    with pytest.raises(Configured) as caught:
        ui.app.run(Settings(faces=people), demo=True, seconds=None, shot=None)
    config = pickle.loads(pickle.dumps(caught.value.args[0]))  # noqa: S301 - as it crosses to the worker
    two = scene(1280, 720, 110, (20, 60))
    two[60:623, 640:1203] = two[60:623, 20:583]
    pipeline = config.build_pipeline()
    try:
        assert len(pipeline.process(frame(two)).faces) == people
    finally:
        pipeline.close()
