"""The plainest ways to overclaim in languages other than English.

The sentence and its notes are English, and so is what is listed elsewhere; a note may
all the same be written, or quote, in another language. What one of these says of proof,
certainty, cure or harmlessness is taken back by a denial anywhere in the sentence. Read
without accents, as everything here.
"""

import re

from texts.late_patterns import compile_late

_SURE = {
    "German": (
        r"bewiesen\w*|beweist|erwiesen\w*|garanti(?:e|ert|eren)\w*|heilt|"
        r"(?:wunder|allheil)mittel|unbedenklich|harmlos|ungefahrlich|risikofrei|"
        r"risikolos|nebenwirkungsfrei|zweifel(?:sfrei|los)|unbestreitbar|unfehlbar|"
        r"(?:absolut|vollig|vollkommen|total|ganz|hundertprozentig) (?:sicher|wirksam)|"
        r"(?:wirkt|hilft|heilt|schutzt) (?:\w+ )?(?:immer|alle[nr]?|jede[mnr]?)|"
        r"immer wirksam|mit sicherheit|steht fest|ohne (?:jeden )?zweifel|"
        r"keine frage|kein zweifel"
    ),
    "French": (
        r"prouv(?:e|ee|es|ees|ent)|demontre(?:e|s|es)? que|garanti\w*|"
        r"gueri(?:t|ssent)|(?:remede|produit|un) miracle|miraculeu\w+|inoffensi\w+|"
        r"infaillible\w*|"
        r"(?:totalement|parfaitement|absolument|completement) (?:sure?|efficace)s?|"
        r"toujours efficace|marche toujours|sans (?:\w+ )?doute possible|sans aucun "
        r"doute|(?:indeniabl|incontestabl|indiscutabl)\w+"
    ),
    "Spanish": (
        r"(?:demostrado|probado|comprobado) que|comprobad\w+|garantiza\w*|"
        r"curan? (?:el|la|los|las|todo)|milagros\w+|inofensiv\w+|infalible|"
        r"(?:completamente|totalmente|absolutamente) (?:segur|eficaz)\w*|"
        r"siempre (?:funciona|cura|ayuda)|(?:funciona|cura|ayuda) (?:siempre|a todos)|"
        r"sin (?:ningun\w* |lugar a )?dudas?|(?:indudabl|innegabl)\w+"
    ),
    "Italian": (
        r"(?:dimostrato|provato) che|garanti(?:to|ta|sce|scono|ti|te)|guarisc\w+|"
        r"miracolos\w+|innocu\w+|infallibil\w+|(?:completamente|totalmente|"
        r"assolutamente|del tutto) (?:sicur|efficac)\w*|(?:funziona|aiuta) "
        r"(?:sempre|tutti)|sempre efficace|senza (?:\w+ )?dubbio|(?:indubbia|"
        r"innegabil)\w+"
    ),
    "Portuguese": (
        r"comprovad\w+|provado que|garant(?:e|em|id\w+)|curam? (?:o|os|todos)|"
        r"inofensiv\w+|infalivel|(?:completamente|totalmente|absolutamente) "
        r"(?:segur|eficaz)\w*|(?:funciona|ajuda) (?:sempre|a? ?todos)|sempre "
        r"(?:funciona|eficaz)|sem (?:\w+ )?duvida|(?:indubitavel|inegavel)\w*"
    ),
    "Dutch": (
        r"bewezen|gegarandeerd|garandeert|geneest|wondermiddel|onschadelijk|"
        r"ongevaarlijk|onfeilbaar|(?:volkomen|volledig|absoluut|helemaal) (?:veilig|"
        r"effectief)|(?:werkt|helpt) (?:altijd|iedereen|bij iedereen)|zonder (?:enige )"
        r"?twijfel|onbetwistbaar|ongetwijfeld"
    ),
}
_DENIED = re.compile(
    r"\b(?:nicht(?! nur)|kein\w*(?! (?:frage|zweifel))|nie|weder|unklar|ungewiss|ob|"
    r"pas(?! seulement)|"
    r"jamais|rien ne|aucune (?:preuve|etude|garantie)|no (?:se|esta|hay|ha|han|es|fue|"
    r"existen?|cura|garantiza|demuestra|prueba)|nunca|tampoco|sin pruebas|"
    r"non(?! solo)|nessuna (?:prova|garanzia)|mai|nao(?! so)|niet(?! alleen)|geen|"
    r"nooit|nauwelijks|si (?:es|c'est|le|la|el|lo))\b"
)
_WITHOUT_HARM = (
    r"(?:keine(?:rlei|n)?|ohne(?: (?:jed|jeglich|irgendwelch)\w+)?) (?:\w+ )?(?:"
    r"nebenwirkung\w*|risik(?:o|en)|gefahr\w*|schaden)",
    (
        r"(?:aucun\w*|sans(?: (?:aucun\w*|le moindre))?|pas d'?e?|zero) ?(?:effets? "
        r"(?:secondaires?|indesirables?|nefastes?)|risques?|dangers?)"
    ),
    (
        r"(?:sin|ningun\w*|cero|no (?:tiene|hay|causa)) (?:\w+ )?(?:efectos? "
        r"(?:secundarios?|adversos?)|riesgos?|peligros?)"
    ),
    (
        r"(?:senza|nessun\w*|priv[oi] di|zero|non (?:ha|ci sono)) (?:\w+ "
        r")?(?:effett[oi] "
        r"(?:collateral[ei]|avvers[oi])|risch\w+|pericol\w+)"
    ),
    (
        r"(?:sem|nenhum\w*|zero|nao (?:tem|ha|causa)) (?:\w+ )?(?:efeitos? "
        r"(?:secundarios?|colaterais|adversos?)|riscos?|perigos?)"
    ),
    r"(?:geen|zonder(?: enig\w*)?) (?:\w+ )?(?:bijwerking\w*|risico\w*|gevaar|gevaren)",
)
# What was seen in a study, is somebody else's word, or is asked.
_TOLD = re.compile(
    r"\b(?:berichtet|gemeldet|beobachtet|erfasst|gesehen|laut|behaupt\w+|versp?rich\w+|"
    r"rapporte\w*|observe\w*|signale\w*|mesure\w*|selon|pretend\w*|promet\w*|"
    r"reporta\w+|informa\w+|notific\w+|observ\w+|segun|afirma\w*|promete\w*|"
    r"segnalat\w+|osservat\w+|riportat\w+|misurat\w+|secondo|sostien\w+|relatad\w+|"
    r"notificad\w+|segundo|gemeld|gerapporteerd|waargenomen|volgens|beweer\w+|"
    r"ne sait pas|no se sabe|nao se sabe|non si sa|ob|(?:nicht|niet) bekan\w+|"
    r"unbekannt|onbekend|unklar|bei \d+|chez \d+|en \d+|in \d+|em \d+|bij \d+)\b"
)
_SURE_OF_IT = compile_late(rf"\b(?:{'|'.join(_SURE.values())})(?!\w)")
_HARMLESS = re.compile(rf"\b(?:{'|'.join(_WITHOUT_HARM)})(?!\w)")


def in_other_languages(plain: str) -> tuple[str, ...]:
    """What a plain sentence in another language says more than evidence can."""
    if _TOLD.search(plain):
        return ()
    found = [match[0] for match in _HARMLESS.finditer(plain)]
    if not _DENIED.search(_HARMLESS.sub(" ", plain)):
        found += [match[0] for match in _SURE_OF_IT.finditer(plain)]
    return tuple(found)
