"""The small network, written as it ships and read back; where torch and onnx are installed."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx_ir")

from wenmai.seeds.recipe.learning.student import Student  # noqa: E402
from wenmai.seeds.recipe.shipping.export import write  # noqa: E402 they need torch
from wenmai.seeds.recipe.shipping.restoring import restored_from  # noqa: E402


@pytest.mark.filterwarnings("ignore")
def test_weights_come_back_but_for_rounding(tmp_path):
    torch.manual_seed(1)
    student = Student(300)
    for values in student.parameters():
        torch.nn.init.normal_(values, std=0.1)
    before = {name: value.clone() for name, value in student.state_dict().items()}
    write(student, "table", tmp_path)
    after = restored_from(tmp_path).state_dict()
    assert after.keys() == before.keys()
    for name, value in before.items():
        assert torch.allclose(after[name], value, atol=float(value.abs().max()) / 120), name
