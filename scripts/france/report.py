"""The report of all runs, one page of HTML without anything from outside."""
import pathlib

import jinja2

HERE = pathlib.Path(__file__).resolve().parent


def number(value, digits=0):
    """As French writes it; nothing where it is not known."""
    if value is None or value == "":
        return "—"
    text = f"{float(value):,.{digits}f}"
    return text.replace(",", "\u202f").replace(".", ",").replace("-", "\u2212")


def percent(value, digits=1):
    return "—" if value in (None, "") else number(100 * float(value), digits) + "\u00a0%"


def page(rows, failed, config, france):
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True,
                                     lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.filters.update(number=number, percent=percent)
    return environment.get_template("france.html.j2").render(
        rows=rows, failed=failed, config=config, france=france,
        compared=[code for code in config["departements"]
                  if pathlib.Path(code, "comparaison/comparaison.html").exists()])
