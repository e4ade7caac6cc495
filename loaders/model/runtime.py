"""onnxruntime without its telemetry: from 1.29 on it reports to its maker unless told not to.

The variable must be set before the library is loaded; no identifier is then stored, no upload is
prepared, no cache is made. The call does the same for Windows, where the system collects events.
Always import onnxruntime from here.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

__all__ = ["onnxruntime"]
