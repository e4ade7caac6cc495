"""What a long run says before it begins: which pipeline, how much text, about how long."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wenmai.loaders.cli import options
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from wenmai.loaders.forecast import Forecast
    from wenmai.loaders.read import SourceFile

LONG = 20.0  # seconds of a run worth a word
ENOUGH = 5.0  # seconds after which the pace so far tells the rest


class Outlook:
    """Stands between the work and its progress bar, and speaks once."""

    def __init__(self, bar: Any, *, model: str, workers: int, quietly: bool) -> None:
        self.bar = bar
        self.model, self.workers, self.quietly = model, workers, quietly
        self._forecast: Forecast | None = None  # while something may have to be said
        self._done = 0
        self._started = 0.0

    def begin(self, files: Sequence[SourceFile]) -> None:
        """Say what lies ahead, once the files that must be read are known."""
        from wenmai.loaders.forecast import Forecast, is_small

        self.bar.length = len(files)
        if not self.quietly and not is_small(files):
            self.expect(Forecast.of(files))

    def expect(self, forecast: Forecast) -> None:
        """Say what lies ahead, once it is known how much is to be read."""
        from wenmai.loaders.model.folders import declared_speed

        if self.quietly:
            return
        speed = declared_speed(self.model)
        if speed is None:
            self._forecast, self._started = forecast, time.monotonic()
            return
        self._tell(forecast, forecast.seconds(speed * min(self.workers, os.cpu_count() or 1)))

    def advance(self, files: int) -> None:
        """Move the bar; say how long the rest will take where nothing could be said before."""
        self.bar.update(files)
        self._done += files
        elapsed = time.monotonic() - self._started
        if self._forecast is not None and elapsed >= ENOUGH:
            left = self._forecast.left(self._done, elapsed)
            if left is not None:
                self._tell(self._forecast, left)
                self._forecast = None

    def _tell(self, forecast: Forecast, seconds: float) -> None:
        from wenmai.loaders.model.folders import pipeline_title

        if seconds < LONG:
            return
        if sys.stderr.isatty():
            options.tell("")  # the bar has begun on this line
        title, characters = pipeline_title(self.model), round_number(forecast.total)
        options.tell(
            say(
                f"{title} 识别约 {characters} 字，约需{duration(seconds)}",
                f"{title} reads about {characters} characters; this takes about {duration(seconds)}",
            )
        )


def round_number(number: float) -> str:
    """A number to two digits that count."""
    digits = max(0, len(str(int(number))) - 2)
    return f"{round(number, -digits):,.0f}"


def duration(seconds: float) -> str:
    """A time in the unit that a person would name, never less than it."""
    for unit, zh, one, many in (
        (3600, "小时", "hour", "hours"),
        (60, "分钟", "minute", "minutes"),
        (1, "秒", "second", "seconds"),
    ):
        if seconds >= 1.5 * unit or unit == 1:
            number = max(1, round(seconds / unit))
            return say(f" {number} {zh}", f"{number} {one if number == 1 else many}")
    raise AssertionError  # every time has its seconds
