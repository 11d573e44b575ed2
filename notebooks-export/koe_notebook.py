"""What every notebook starts with: the tables of one night, the questions of sql/analysis, and charts with Japanese."""

import logging
import os
from pathlib import Path

import duckdb
import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib import font_manager

HERE = Path(__file__).resolve().parent
JAPANESE = ["Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "Hiragino Sans", "Yu Gothic", "MS Gothic"]
BLUE, ORANGE, GREY, RED, GREEN = "#2f6db3", "#e08a1e", "#9aa5b1", "#c0392b", "#3b8f5a"


def connect() -> duckdb.DuckDBPyConnection:
    """A view for each published table, all of the night that is newest now, read-only, in Japan time."""
    warehouse = os.environ.get("KOE_WAREHOUSE")
    if not warehouse or not (Path(warehouse) / "current").exists():
        raise SystemExit("Set KOE_WAREHOUSE to a published warehouse, such as the one koe demo makes.")
    snapshot = (Path(warehouse) / "current").resolve()
    tables = duckdb.connect()
    tables.execute("set TimeZone = 'Asia/Tokyo'")
    for place in ("shared", "restricted"):
        for folder in sorted((snapshot / place).iterdir()):
            if folder.is_dir() and not folder.name.startswith("_"):
                files = str(folder / "**" / "*.parquet").replace("'", "''")
                tables.execute(
                    f'create view "{folder.name}" as select * from '
                    f"read_parquet('{files}', hive_partitioning = true, union_by_name = true)"
                )
    return tables


def analysis(name: str) -> str:
    """The text of a question of sql/analysis."""
    return (HERE.parent / "sql" / "analysis" / f"{name}.sql").read_text(encoding="utf-8")


def style() -> None:
    """Plain charts in the first Japanese font there is; small pictures."""
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    known = {font.name for font in font_manager.fontManager.ttflist}
    found = [name for name in JAPANESE if name in known]
    if not found:
        print("No Japanese font was found: install fonts-noto-cjk to read the labels of the charts.")
    matplotlib.rcParams.update(
        {
            "font.family": found[:1] + ["DejaVu Sans"],
            "figure.dpi": 80,
            "figure.figsize": (9, 4),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.color": "#e6e9ed",
            "axes.axisbelow": True,
            "axes.unicode_minus": False,
            "axes.titlelocation": "left",
        }
    )
    pd.set_option("display.float_format", "{:,.4g}".format)
    pd.set_option("display.max_colwidth", 80)
