"""Two encoders as one; where torch and onnx are installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx_ir")

from wenmai.loaders.model.encoder import Encoder, EncoderFiles  # noqa: E402 they need torch
from wenmai.seeds.recipe.learning.student import Student  # noqa: E402
from wenmai.seeds.recipe.shipping.blending import blend  # noqa: E402
from wenmai.seeds.recipe.shipping.export import write  # noqa: E402

TABLE = "<s>\t\n<pad>\t\n</s>\t\n<unk>\t\n" + "".join(f"{chr(0x4E00 + k)}\t-{k}.0\n" for k in range(200))
TEXT = "".join(chr(0x4E00 + k * 7 % 200) for k in range(40))


def made(folder, seed, table=TABLE):
    torch.manual_seed(seed)
    student = Student(table.count("\n"))
    for values in student.parameters():
        torch.nn.init.normal_(values, std=0.1)
    write(student, table, folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_scores_are_averaged(tmp_path):
    first, second = made(tmp_path / "first", 1), made(tmp_path / "second", 2)
    blend(first, second, tmp_path / "both", share=0.7)
    one, other, both = (
        Encoder(EncoderFiles.read(tmp_path / name)).scores(TEXT) for name in ("first", "second", "both")
    )
    assert not np.allclose(one, other, atol=0.1)
    np.testing.assert_allclose(both, 0.7 * one + 0.3 * other, atol=1e-5)


@pytest.mark.filterwarnings("ignore")
def test_only_of_one_piece_table(tmp_path):
    first, second = made(tmp_path / "first", 1), made(tmp_path / "second", 2, TABLE + "国\t-9.0\n")
    with pytest.raises(ValueError, match="differ in their pieces"):
        blend(first, second, tmp_path / "both", share=0.5)
    with pytest.raises(ValueError, match="a share of 1"):
        blend(first, first, tmp_path / "both", share=1)
