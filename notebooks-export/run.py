"""Runs every notebook anew on a warehouse and writes it, with its outputs and charts, and its page of HTML beside it.

    run.sh WAREHOUSE          run all; keep what they print now
    run.sh --check WAREHOUSE  run all; keep nothing, and fail when a notebook or its page is not what a run gives

Fails when a cell fails, when an output holds what looks like personal data or a path, or when a file grows too large.
"""

import argparse
import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter

HERE = Path(__file__).resolve().parent
LARGEST = 500_000
NOT_TO_SHOW = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    "a long number": re.compile(r"(?<![\d.\-_a-zA-Z,])\d{7,}(?![\d.])"),
    "a telephone number": re.compile(r"(?<!\d)0\d{1,4}-\d{1,4}-\d{4}(?!\d)"),
    "a pseudonym": re.compile(r"\b[0-9a-f]{24,}\b"),
    "a path of a machine": re.compile(r"(?:/home/|/tmp/|/root/|/Users/|/var/|/mnt/|/opt/|[A-Z]:\\\\)"),
}
PAGE = """<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 15px/1.7 system-ui, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; color: #1f2933;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h1, h2 {{ line-height: 1.3; }} h2 {{ margin-top: 2.5rem; }} .anchor-link {{ display: none; }}
pre {{ background: #f5f7fa; padding: .8rem; overflow-x: auto; font-size: .8rem; line-height: 1.5; }}
.output pre, .jp-OutputArea pre {{ background: none; padding: 0; }}
table, tr, th, td {{ border: 0 solid #e4e7eb; }}
table {{ border-collapse: collapse; font-size: .8rem; display: block; overflow-x: auto; }}
th, td {{ padding: .25rem .6rem; border-bottom-width: 1px; text-align: right; white-space: nowrap; }}
img {{ max-width: 100%; }} .jp-InputPrompt, .jp-OutputPrompt, .prompt {{ display: none; }}
.jp-Cell {{ margin: 1rem 0; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs of a run from the first cell to the last."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],
        timeout=300,
        record_timing=False,
        resources={"metadata": {"path": HERE}},
    ).execute()
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def texts(notebook: nbformat.NotebookNode) -> list:
    """What a reader sees in words: sources and outputs, charts aside (their bytes differ between machines)."""
    seen = []
    for cell in notebook.cells:
        seen.append(cell.source)
        for output in cell.get("outputs", []):
            seen.append(output.get("text", ""))
            seen.extend(v for k, v in sorted(output.get("data", {}).items()) if not k.startswith("image/"))
            seen.extend(k for k in output.get("data", {}) if k.startswith("image/"))
    return seen


def page(notebook: nbformat.NotebookNode) -> str:
    """One self-contained page: no script, no request."""
    title = next(line[2:] for line in notebook.cells[0].source.splitlines() if line.startswith("# "))
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    return PAGE.format(title=title, body=re.sub(r"<script.*?</script>", "", body, flags=re.S))


def complaints(path: Path, notebook: nbformat.NotebookNode, html: str) -> list:
    """What must not be handed around."""
    found = [f"{path.name} shows {what}" for what, like in NOT_TO_SHOW.items()
             if any(like.search(text) for cell in notebook.cells for text in shown(cell))]
    if max(len(nbformat.writes(notebook).encode()), len(html.encode())) > LARGEST:
        found.append(f"{path.name} or its page is larger than {LARGEST:,} bytes")
    return found


def shown(cell: nbformat.NotebookNode) -> list:
    outputs = cell.get("outputs", [])
    return [o.get("text", "") for o in outputs] + [
        value for o in outputs for kind, value in o.get("data", {}).items() if kind.startswith("text/")
    ]


def stale(path: Path, notebook: nbformat.NotebookNode) -> list:
    """How the saved notebook and its page differ from the run."""
    saved = nbformat.read(path, as_version=4)
    html = path.with_suffix(".html")
    found = [] if texts(saved) == texts(notebook) else [f"{path.name} is stale: it prints something else now"]
    if not html.exists() or html.read_text(encoding="utf-8") != page(saved):
        found.append(f"{html.name} is stale: it is not the page of {path.name}")
    return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true")
    options.add_argument("warehouse", nargs="?", default=os.environ.get("KOE_WAREHOUSE"))
    asked = options.parse_args()
    if not asked.warehouse:
        options.error("name a warehouse, or set KOE_WAREHOUSE")
    os.environ["KOE_WAREHOUSE"] = str(Path(asked.warehouse).resolve())
    wrong = []
    for path in sorted(HERE.glob("*.ipynb")):
        try:
            notebook = executed(path)
        except CellExecutionError as failure:
            wrong.append(f"{path.name} fails: {failure.ename}: {failure.evalue}")
            continue
        html = page(notebook)
        wrong += complaints(path, notebook, html)
        if asked.check:
            wrong += stale(path, notebook)
        elif not wrong:
            nbformat.write(notebook, path)
            path.with_suffix(".html").write_text(html, encoding="utf-8")
        print(f"{path.name}: {len(notebook.cells)} cells, {len(html.encode()) // 1024} kB of HTML")
    for line in wrong:
        print(f"error: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
