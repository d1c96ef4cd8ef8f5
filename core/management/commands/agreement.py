"""``manage.py agreement FILE``: how far raters agree; keeps nothing."""

import json
from dataclasses import asdict, replace

from django.core.management.base import CommandError

from core.agreement.figures import LEVEL, RESAMPLES, SEED, agreement_of, notes_on_values
from core.agreement.ratings import read_ratings
from core.management.files import FileCommand, read_bytes
from texts.delimited import TableProblems

PRINTED = (
    *("units", "raters", "missing", "pairs", "alpha", "alpha_ci", "fleiss", "gwet"),
    "notes",
)
NO_FLEISS = (
    "Fleiss’ kappa is not estimable: it needs as many ratings of each unit, two at "
    "least, and two values."
)
GWET = {"ac1": "AC1", "linear": "AC2, linear", "quadratic": "AC2, quadratic"}
OF_PAIR = ("raters", "n", "percent", "kappa", "kappa_ci", "linear", "quadratic")


class Command(FileCommand):
    """Prints percent agreement, kappas, alphas and AC1; no database is needed."""

    help = (
        "How far raters agree: percent, Cohen's and Fleiss' kappa, Krippendorff's "
        "alpha, Gwet's AC1 and AC2. The table (CSV or TSV, UTF-8) has the columns "
        "unit, rater, value; an empty value is missing. Use the ratings from before "
        "any discussion."
    )
    file_is = "the table"

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--order",
            default="",
            metavar="LOW,SOME,HIGH",
            help="the values in order, for weighted and ordinal figures",
        )

    def handle(self, *, file, order, json: bool, **_):
        in_order = [value.strip() for value in order.split(",") if value.strip()]
        try:
            ratings = read_ratings(read_bytes(file), in_order)
        except TableProblems as problems:
            raise CommandError(str(problems)) from None
        found = agreement_of(ratings, every_pair=True)
        more = [] if found.fleiss is not None else [NO_FLEISS]
        found = replace(found, notes=(*notes_on_values(ratings), *found.notes, *more))
        self.stdout.write(as_json(found) if json else "\n".join(in_words(found)))


def as_json(found):
    """What ``--json`` prints."""
    facts = asdict(found)
    printed = {name: facts[name] for name in PRINTED}
    printed["pairs"] = [
        {name: pair[name] for name in OF_PAIR} for pair in facts["pairs"]
    ]
    printed["seed"] = SEED
    return json.dumps(printed, ensure_ascii=False, indent=2)


def in_words(found):
    """The figures for a person at a terminal, a line each."""
    yield (
        f"{found.units} units, {found.raters} raters, {found.missing} values missing"
    )
    for pair in found.pairs:
        yield f"{' and '.join(pair.raters)}: {pair_in_words(pair)}"
    for metric, alpha in found.alpha.items():
        if alpha is not None:
            yield f"alpha, {metric}: {alpha:.3f}{limits(found.alpha_ci[metric])}"
    if found.fleiss is not None:
        yield f"Fleiss' kappa: {found.fleiss:.3f}"
    for name, value in found.gwet.items():
        if value is not None:
            yield f"Gwet's {GWET[name]}: {value:.3f}"
    if any(found.alpha_ci.values()):
        yield (
            f"alpha's interval: {LEVEL:.0%}, {RESAMPLES} draws of units, seed {SEED}"
        )
    yield from found.notes


def pair_in_words(pair):
    """As "50 units, 70.0 % agree, kappa 0.400 (0.151 to 0.649)"."""
    if not pair.n:
        return "no unit in common"
    told = [f"{pair.n} units", f"{pair.percent:.1f} % agree"]
    if pair.kappa is None:
        told.append("kappa not estimable")
    else:
        told.append(f"kappa {pair.kappa:.3f}{limits(pair.kappa_ci)}")
    if pair.linear is not None:
        told.append(f"linear {pair.linear:.3f}, quadratic {pair.quadratic:.3f}")
    return ", ".join(told)


def limits(ci):
    """As " (0.151 to 0.649)"; nothing where there is no interval."""
    return f" ({ci[0]:.3f} to {ci[1]:.3f})" if ci else ""
