"""Whether a sentence claims more of massage than the evidence supports.

Closed by default: a sentence that names massage and something that people hope for is a claim,
whatever its verb, unless it says itself that nobody can be sure, reports what a study found, asks,
instructs, or tells what is done. A list of all the verbs that promise something would never be
complete. Flat denials are claims too.
"""

from __future__ import annotations

import re

from ...model.claims import Certainty


def _any(words: str) -> str:
    """Alternatives of a pattern, from a list with blanks between them; `_` stands for a blank."""
    return "|".join(word.replace("_", " ") for word in words.split())


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# --- what a claim is about ------------------------------------------------------------------------

_COUNT = (
    "(?:"
    + _any(r"""
    an? one two three four five six seven eight nine ten few several each every single daily weekly
    monthly nightly regular frequent more first second third \d+
""")
    + ")"
)
_TREATMENT = (
    "(?:"
    + "|".join(
        [
            r"massag\w+(?! therapists?\b)",
            "no other treatment",
            "back ?rubs?",
            "rubbing",
            r"knead\w*",
            "shiatsu",
            "bodywork",
            "myofascial release",
            "deep[- ]tissue(?: work)?",
            "trigger[- ]point (?:work|therapy)",
            r"foam roll\w+",
            "rollers?",
            "hot stones?",
            "hands-on (?:care|work|therapy)",
            "(?:firm|gentle|steady|thai|swedish|sports|chair) (?:pressure|touch|therapy|treatment)",
            "touch",
            "long strokes",
            (
                rf"(?:{_COUNT} )+(?:(?!fake|pretend|talking|other)\w+ )?(?:sessions?|treatments?|"
                r"strokes?)"
            ),
            "(?:one|an) hour a (?:day|week)",
            "regular sessions",
            "masseu(?:r|se)s?",
            "therapists? (?:can|will|knows?)",
            "therapist'?s'? hands",
            r"hands of (?:a|your) \w+ therapist",
            "on the table",
            "(?:a|the|whole) course(?= and)",
        ]
    )
    + ")"
)
_BODY = _any(r"""
    pain\w* ach(?:e|es|ing|y) backs? backache\w* spines? spinal vertebra\w* muscle\w* tissues?
    knots? nerves? dis[ck]s? posture alignment joints? organs? cells? skin blood circulation oxygen
    brain body bodies mind limbs immun\w+ tension tens(?:e|es|ing) tight\w* stiff\w* spasms?
    sciatica strains? arthritis swelling inflam\w+ injur\w+ scars? (?:stretch_)?marks insomnia
    headaches? migraines? disease\w* illness\w* symptoms? toxins? waste cortisol hormones?
    endorphins? serotonin dopamine lactic_acid sleep\w* stress\w* mood anxi\w+ depress\w* calm\w*
    energy balance health\w* movement mobility flexib\w+ motion painkillers? pills? medicines?
    drugs? opioids? surgery operations? bills money damage life young flare-ups
""")
_HOPE = _any(r"""
    cur(?:e|es|ed) heal\w* reliev\w* relief eas(?:e|es|ed|ier|ing) help(?:s|ed|ing|ful)? benefits?
    beneficial recover\w* improv\w+ results? effective\w* power\w* (?<!side_)effects? best better
    superior good great wonders works miracle gold_standard remed(?:y|ies) solution answer must
    essential vital ideal suitable perfect safe safely safer safest harmless worry natural thrive
    comfort gains? lasting difference point_in use(?:ful|less) nothing anything hardly worthless
    worse placebo recommend(?:ed|s)? backed swears?_by first[- ]line first_choice everyone everybody
    anyone anybody all_ages wrong fails? outperforms? beats? worth pays?_for_itself detox\w*
    rel(?:y|ies)_on evidence problems? needs?(?!_(?:to|no|not|an?)\b) root right way_to_go moving
    straight\w* younger new_person cut_down prevents? fix(?:es)? restores? repairs? does_not_work
""")
_OUTCOME = re.compile(rf"\b(?:{_BODY}|{_HOPE})\b")
_NAMED = re.compile(rf"\b{_TREATMENT}(?!\w)")

# Massage as the doer: “massage resets the nervous system”, but not “massage chairs” and not
# “massage costs”.
_NO_EFFECT = _any("""
    therapists schools chairs guns oils types kinds rules sessions visits beds tables stones rollers
    techniques classes courses strokes prices years weeks months days hours minutes costs counts
    ends takes is has was lasts means uses includes differs varies depends comes goes begins starts
    does as this needs across plus versus works always
""")
_ACTS = re.compile(
    rf"\b{_TREATMENT}(?: therapy)?(?: \w+ly| also| often| always| really| just)? "
    rf"(?!(?:{_NO_EFFECT})\b)[a-z]+(?<!s)s\b"
)

# “It eases pain” names no treatment: here only the verb shows that it is a claim.
_EFFECTS = [
    "aid",
    "alleviate",
    "banish",
    "benefit",
    "boost",
    "break",
    "bring",
    "calm",
    "clear",
    "correct",
    "cut",
    "decrease",
    "diminish",
    "ease",
    "eliminate",
    "end",
    "enhance",
    "fight",
    "fix",
    "flush",
    "free",
    "heal",
    "help",
    "improve",
    "incite",
    "increase",
    "keep",
    "lessen",
    "lift",
    "loosen",
    "lower",
    "melt",
    "mend",
    "minimize",
    "prevent",
    "promote",
    "quicken",
    "raise",
    "reduce",
    "relax",
    "release",
    "relieve",
    "remove",
    "repair",
    "resolve",
    "restore",
    "reverse",
    "rid",
    "save",
    "shrink",
    "soften",
    "soothe",
    "speed",
    "stimulate",
    "stop",
    "strengthen",
    "support",
    "treat",
    "trigger",
    "unlock",
    "warm",
    "work",
]
_EFFECT = "|".join(_EFFECTS)
_EFFECT_OF_ONE = "|".join(
    verb + ("es" if verb.endswith(("sh", "ch", "x")) else "s") for verb in _EFFECTS
)
_SURELY = r"(?:(?:(?!probably)\w+ly|also|often|always|then|even|just|both|soon|still) )*"
_START = r"(?:^|[,;:] |\b(?:and|but|as|because|so|since|while) )"
_IT = (
    r"(?:it|this|they|these|that|such care|the (?:treatment|therapy|pressure|kneading)|th(?:e|is) "
    r"relaxed feeling)"
)
_UNNAMED = _pattern(
    rf"{_START}{_IT} {_SURELY}(?:\w+s and )?(?:{_EFFECT_OF_ONE})\b[^.;:!?]*\b(?:{_BODY})\b",
    rf"{_START}{_IT} (?:will|can|does|do|would) {_SURELY}(?:not )?(?:{_EFFECT}|"
    rf"be)\b[^.;:!?]*\b(?:{_BODY})\b",
    rf"{_START}(?:they|these) {_SURELY}(?:{_EFFECT})\b[^.;:!?]*\b(?:{_BODY})\b",
    rf"{_START}(?:it|this) is (?:\w+ )?(?:safe|effective|harmless|non-?addictive|"
    r"the (?:best|safest|surest) (?:treatment|way|remedy|option|thing|choice|alternative|medicine|"
    r"therapy))\b",
    r"\b(?:your|the) (?:pain|back|sciatica|stress|tension)\b[^.;:!?]{0,20}\bwill (?:be gone|go|"
    r"vanish|disappear|melt)\b",
)

# Words that promise too much, whatever the evidence and whatever they are about.
_BANNED = _pattern(
    r"\bcur(?:e|es|ed|ing)\b",
    r"\b(?:is|are|been|was|scientifically|clinically|well)[- ]proven\b",
    r"\bproven (?:to|way|remedy|treatment)\b",
    r"\bprov(?:es?|ed|en) that\b",
    r"\bproof that\b",
    r"\bguarantee[sd]?\b",
    r"\bmiracles?\b",
    r"\bmiraculous\b",
    r"\bwonders\b",
    r"\bsafe for (?:everyone|everybody|all|anyone|anybody|any age|babies)\b",
    r"\b(?:completely|totally|perfectly|absolutely|entirely|100 ?%) safe\b",
    r"\brisk[- ]free\b",
    r"\b(?:no|free of) (?:side effects|risks?|danger)\b",
    r"\bwithout (?:any )?(?:side effects|risks?|danger)\b",
    r"\balways works?\b",
    r"\bnever (?:fails|hurts|dangerous)\b",
    r"\bwill (?:\w+ )?help\b",
    r"\binstant relief\b",
    r"\bpermanent(?:ly)? (?:relief|fix\w*|heal\w*)\b",
    r"\bpain[- ]free for (?:life|good)\b",
    r"\brelief is certain\b",
    r"\b(?:harms?|hurts?) nobody\b",
    r"\bcan(?:not| do no) harm\b",
    r"\bnobody has ever been harmed\b",
    r"\bgood-?bye to\b",
)
_REFUSED = re.compile(
    r"\b(?:not|no|nobody|no one|none|never|cannot|can't|isn't|nor|neither|without|nothing|stop|"
    r"leave|walk away|beware|be wary|if|promise\w*|claim\w*)\b[^.;!?]{0,60}$"
)

# --- what makes a sentence no claim ---------------------------------------------------------------

_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_HEDGE = _pattern(
    r"\b(?:may|might|could|perhaps|maybe|possibly|seem(?:s|ed)? to|appear(?:s|ed)? to)\b"
)
_PROBABLY = _pattern(r"\b(?:probably|likely not|is likely|are likely)\b")
_UNSURE = _pattern(
    r"\b(?:no|not one|hardly any|little|limited|too few|no good|not enough|only weak|weak|"
    r"low-quality|thin) (?:\w+ ){0,3}?(?:stud(?:y|ies)|trials?|evidence|proof|research|reviews?)\b",
    r"\b(?:nobody|no one) (?:has|have|knows|can (?:say|tell)|tested)\b",
    r"\b(?:is|are|was|were|remains?) (?:still )?(?:not|un)(?: yet)? ?(?:known|clear|certain|"
    r"tested|sure|shown|proven|supported)\b",
    r"\b(?:has|have) not (?:been )?(?:shown|proven|tested|found|proved)\b",
    r"\bwhether\b",
    r"\bdoubt\b(?!less)",
    r"\blittle confidence\b",
    r"\b(?:un|not )sure\b",
    r"\btoo (?:few|little|small|thin)\b",
    r"\bnothing was found\b",
    r"\bwe found no\b",
    r"\bnone was found\b",
    r"\bdo(?:es)? not know\b",
    r"\bcan and cannot\b",
    r"\bcannot (?:tell|say|show|rule|know|judge|clear)\b",
    r"\bhard to (?:tell|say|know)\b",
    r"\bnot among\b",
    r"\bhow (?:much|long|well|often|far|many)\b",
    r"\bhow they (?:rate|feel)\b",
    r"\bdisagree\b",
    r"\bso far\b",
)
_ALL_TOO_SURE = _pattern(
    r"\bno (?:one )?(?:can )?(?:doubt|deny|question)",
    r"\bwithout (?:a )?doubt",
    r"\bno doubt\b",
    r"\bnobody can deny\b",
    r"\bnobody has ever\b",
)
# “Use massage to help you get moving”, “Ask how massage ...”; but not “Book a course and your pain
# will go”.
_INSTRUCTION = _pattern(
    r"^(?:but |then |so )?(?:use|ask|tell|choose|stop|check|avoid|do not|don't|never|keep|see|try|"
    r"set|write|look|read|have|take|say|get|go|book|no (?:firm |deep )?(?:massage|pressure|work|"
    r"alcohol)|(?:light|gentle) (?:pressure|work)|pick|walk away|leave|plan|expect|note|treat|"
    r"enjoy|think|let|compare|count|start|wait|call|rest|move|talk|print|bring|work out|"
    r"complain)\b(?! massage (?:helps|eases|relieves))(?!.*\b(?:and|:) (?:you|your|be|the pain|it|"
    r"massage)\b.*\b(?:will|free|gone|away|does)\b)",
    r": (?:never|think of)\b",
    r"\b(?:doctor|midwife|pharmacist) (?:first|before)\b",
)
_CONDITION = _pattern(r"^if [^,]*\bmassage", r"\b(?:whether|until|unless|in case|see if|stop if)\b")
# What is done, said, asked or paid at a visit, in a rule or in a guideline; and the harm that
# massage can do.
_PRACTICE = _pattern(
    r"\b(?:therapists?|masseurs?|masseuses?|they|you|somebody|guidelines?|laws?|plans?|insurers?|"
    r"charity|pages?|copy|it|that|who|which|trials|people|some|most) (?:\w+ly |always |still |"
    r"also |often |then |first |just |should |must |can |do not |does not |never )*(?:asks?|"
    r"press(?:es)?|kneads?|works? on|lists?|says?|advises?|names?|costs?|pays?|counts?|spreads?|"
    r"lays?|puts?|feels? along|feel good|warns?|learns?|teach(?:es)?|strokes?|uses?|warms? the "
    r"muscles with|lies?|sits?|stays?|keeps? your|moves?|leaves? (?:it|massage) out|holds?|tells?|"
    r"covers?|shows? you|gives? (?:no|massage)|certif(?:y|ies)|regulates?|comes? to|likes?|plan|"
    r"charge|decides?|undress|talk)\b",
    r"\b(?:go|goes|moves?|runs?|glides?|slides?|lies?|rests?) (?:\w+ly )?(?:over|along|across|up|"
    r"down|on|around) (?:your|the) (?:\w+ )?(?:back|legs?|arms?|spine|neck|shoulders?|feet|skin|"
    r"body|muscles?)(?: and (?:your )?\w+)?[.]?$",
    r"\bmassage works on\b",
    r"\bdoes not (?:pay|count)\b",
    r"\bis not (?:an?|massage|safe)\b",
    r"\bis an? (?:hands-on )?(?:kind|form|treatment)\b",
    r"\bmust be done\b",
    r"\b(?:must|should) not\b",
    r"\b(?:is|are) (?:told|asked|taught|common)\b",
    r"\bhas been (?:tested|studied)\b",
    r"\bcan be used\b",
    r"\bbut not for (?:all|everyone|everybody)\b",
    r"\b(?:a|one) (?:\w+ )?(?:massage|session) (?:costs|takes)\b",
    r"\bcan (?:bruise|burn|stain|cause|harm|hurt|leave you sore)\b",
    r"\bhas led to\b",
    r"\bon record\b",
    r"\breports? of\b",
    r"\bexercise (?:has|is)\b.*\bthan\b",
    r"\bfor (?:adults|people) (?:with|who)\b",
    r"^(?:pages|notes|web pages)\b",
    r"^an? (?:\w+ ){0,3}(?:reviews?|maps?|pages?|counts?|sheets?|surveys?|stud(?:y|ies)|trials?|"
    r"reports?|articles?|workers?)\b",
    r"\bin (?:an?|one|two|three|the|this|that|\d+|some)(?: \w+){0,3} (?:trial|study|review|"
    r"survey)s?\b",
)
# What a study found, in the past tense. “-ed” counts where no noun follows: “heals damaged tissue”
# reports nothing.
_PAST = re.compile(
    r"\b(?:was|were|had|did|found|felt|slept|got|went|fell|rose|took|made|came|gave|said|saw|"
    r"thought|told|led|brought|left|lost|began|became|grew|kept|reported|compared|favou?red|looked|"
    r"managed|listed|followed|tested|eased|improved|reduced|lowered|helped|increased|raised|"
    r"relieved|relaxed|showed|rated|recovered|stopped|(?!need|speed|bleed|indeed)[a-z]+ed(?=$|"
    r"[.,;:]| (?:in|at|on|for|to|with|after|an?|the|their|his|her|its|no|from|as|that|when|than|"
    r"more|less|about|if|and|of|up|down|only|not|too|some|most|it|they|how|what|into|during|out|"
    r"over|two|three|both|all)\b))\b"
)
_NO_PAST = re.compile(r"\b(?:has|have|is|are|be|been|gets?|well)(?: \w+ly| never| always| ever)? $")
# A label or a search word: no end of a sentence, and no verb that one could see.
_LABEL = re.compile(
    rf"^(?!.*\b(?:is|are|has|have|can|will|does)\b)(?!.*\b{_TREATMENT} (?:therapy )?\w+s\b)[^.!?]*$"
)


def overclaim(sentence: str, certainty: Certainty) -> str | None:
    """The words of a sentence that claim more than `certainty` supports, or None."""
    # In small letters: patterns that ignore case take more than twice the time.
    start, end = _overclaim(sentence.replace("’", "'").lower(), certainty) or (0, 0)
    return sentence[start:end].strip(" ,;:") or None


def _overclaim(sentence: str, certainty: Certainty) -> tuple[int, int] | None:
    # The order decides. A question claims nothing, whatever it asks. Some words promise too much
    # even beside a hedge (“may cure”), so they come before it. A hedge or an instruction then
    # clears the whole sentence, before anybody looks for what it says of a treatment.
    if _QUESTION.search(sentence):
        return None
    for banned in _BANNED.finditer(sentence):
        if not _REFUSED.search(sentence[: banned.start()]):
            return banned.span()
    if (
        certainty is Certainty.HIGH
        or _is_unsure(sentence, certainty)
        or _INSTRUCTION.search(sentence)
    ):
        return None
    if unnamed := _UNNAMED.search(sentence):  # a promise that names no treatment
        return unnamed.span()
    return _claim(sentence)


def promises(words: str) -> bool:
    """Whether words promise too much whatever the certainty, such as “cures”."""
    return bool(_BANNED.search(words))


def _is_unsure(sentence: str, certainty: Certainty) -> bool:
    """Whether the sentence says itself that nobody can be sure."""
    if _ALL_TOO_SURE.search(sentence):
        return False
    if _HEDGE.search(sentence) or _UNSURE.search(sentence):
        return True
    return certainty is Certainty.MODERATE and bool(_PROBABLY.search(sentence))


def _claim(sentence: str) -> tuple[int, int] | None:
    """The span of the words from a treatment to the outcome that a sentence ties to it."""
    treatment = _NAMED.search(sentence)
    if (
        not treatment
        or _reports(sentence)
        or any(kind.search(sentence) for kind in (_CONDITION, _PRACTICE, _LABEL))
    ):
        return None
    if acts := _ACTS.search(sentence):
        return acts.span()
    for outcome in _OUTCOME.finditer(sentence):
        if outcome.start() >= treatment.end() or outcome.end() <= treatment.start():
            return min(treatment.start(), outcome.start()), max(treatment.end(), outcome.end())
    return None


def _reports(sentence: str) -> bool:
    """Whether the sentence reports in the past tense what a study found."""
    return any(not _NO_PAST.search(sentence[: found.start()]) for found in _PAST.finditer(sentence))
