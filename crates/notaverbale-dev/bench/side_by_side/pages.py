"""Puts the kept figures into the pages that show them, between a comment and the next."""

import re
from pathlib import Path

WORKLOADS = ["1 kB", "100 kB", "10 MB", "articles", "articles, two threads"]


def rounded(number):
    """Three digits say enough."""
    digits = max(0, len(str(int(number))) - 3)
    return f"{round(int(number), -digits):,}"


def figures(results, task):
    """For each tool of a task, its figures by workload."""
    tools = {}
    for figure in results["figures"]:
        if figure["task"] == task:
            tools.setdefault(figure["tool"], {})[figure["workload"]] = figure
    return tools


def tasks(results):
    return list(dict.fromkeys(figure["task"] for figure in results["figures"]))


def ratio(ours, theirs):
    times = ours["tokens a second"] / theirs["tokens a second"]
    return f"{times:.2g} times" if times < 100 else f"{round(times, -1):.0f} times"


def short(results):
    """A table of the articles on one thread: every tool beside notaverbale."""
    lines = [
        "| task | tool | tokens a second | notaverbale is | memory | load |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for task in tasks(results):
        shown = {tool: of["articles"] for tool, of in figures(results, task).items()}
        ours = shown["notaverbale"]
        for tool, figure in sorted(shown.items(), key=lambda item: -item[1]["tokens a second"]):
            own = tool.startswith("notaverbale")
            name = f"**{tool}**" if own else tool
            spread = f"{rounded(figure['slowest'])} to {rounded(figure['fastest'])}"
            lines.append(
                f"| {task} | {name} | {rounded(figure['tokens a second'])} ({spread}) "
                f"| {'' if own else ratio(ours, figure)} | {figure['memory']} MB "
                f"| {1000 * figure['load']:,.0f} ms |"
            )
    return lines


def full(results):
    """A table of all texts and threads."""
    lines = [
        f"| task | tool | {' | '.join(WORKLOADS)} | memory at 10 MB |",
        "| --- | --- |" + " --- |" * (len(WORKLOADS) + 1),
    ]
    for task in tasks(results):
        for tool, of in figures(results, task).items():
            cells = [cell(of.get(workload), results["limit"]) for workload in WORKLOADS]
            memory = of["10 MB"].get("memory")
            lines.append(f"| {task} | {tool} | {' | '.join(cells)} | {f'{memory:,} MB' if memory else ''} |")
    return lines


def cell(figure, limit):
    if figure is None:
        return ""
    rate = figure.get("tokens a second")
    return f"more than {limit} s" if rate is None else rounded(rate)


def origin(results):
    return (
        f"Measured by `make bench` on {results['date']}, on one machine ({results['machine']}): tokens a "
        "second of the processor's time, the median of some rounds, and the slowest and fastest."
    )


TABLES = {"README.md": short, "docs/scores.md": full}


def page(name, text, results):
    """The page with the figures in it."""
    between = re.compile(r"(?<=<!-- make bench -->\n).*?(?=<!-- end -->)", flags=re.DOTALL)
    lines = [origin(results), "", *TABLES[name](results)]
    return between.sub(lambda _: "\n".join(lines) + "\n", text)


def render(root: Path, results):
    for name in TABLES:
        file = root / name
        file.write_text(page(name, file.read_text(encoding="utf-8"), results), encoding="utf-8")
