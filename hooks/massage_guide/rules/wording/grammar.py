"""The grammar of claims, as patterns that are filled with a guide's own words.

What a sentence is about stands in `content/wording.yml`; here are only the words that bind a
sentence together, and the order in which they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model.wording import Wording
from .vocabulary import any_phrase, contracted, nouns, of_one, verbs

_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|each|every|single|daily|"
    r"weekly|monthly|nightly|regular|frequent|more|first|second|third|\d+)"
)
_START = r"(?:^|[,;:] |(?:and|but|as|because|so|since|while) )"
_ANY_VERB_OF_ONE = r"[a-z]+(?<!s)s\b"
# “Waiting lists are long”: where a verb follows, “-s” is a plural.
_NO_NOUN = r"(?! (?:are|were|have|can|will|may|do|must|should|vary|differ)\b)"
_NO_VERB = r"(?:as|this|plus|versus|sometimes|besides|nowadays|afterwards)"
_MODAL = r"(?:will|can|does|do|would|won't|can't|doesn't|don't)"
_NEGATED = "(?:no|not|none|never|nothing|without|any|less|fewer|nobody|neither)"
_SOMEBODY = "they|you|somebody|it|that|who|which|people|some|most"
_HABIT = (
    r"(?:\w+ly |always |still |also |often |then |first |just |should |must |can |do not |"
    r"does not |never )*"
)
_BECOMES = (
    r"(?:off|away|right|loose|free|straight|moving|going|working|well|better|back in(?:to)?|"
    r"back to (?:normal|work|life))"
)
_EVERYBODY = (
    "(?:nobody|no one|everybody|everyone|hardly anybody|hardly anyone|few people|fewer people|few|"
    "fewer|there|half|most people|most)"
)
_ALONG = "(?:over|along|across|up|down|on|around|into)"
# “-ed” counts where no noun follows: “heals damaged tissue” reports nothing.
_REGULAR_PAST = (
    r"[a-z]+(?<!e)ed(?=$|[.,;:]| (?:in|at|on|for|to|with|after|an?|the|their|"
    r"his|her|its|no|from|as|that|when|than|more|less|about|if|and|of|up|down|only|not|too|some|"
    r"most|it|they|how|what|into|during|out|over|two|three|both|all)\b)"
)

QUESTION = re.compile(r"\?[\"”')\]]*$")
STOP = re.compile(r"[.;:!?]")
CLAUSE_END = re.compile(r"[;:–—] |,? but ")
MINE = r"\b(?:i|my|me|mine)\b"
# “Ask anybody: massage is what they need”.
COLON = re.compile(r"[:;–—] (?:\w+ )?$")
STATED = re.compile(r" (?:is|are|will|can|does|do)\b")
PROBABLY_NOT = re.compile(r"probably (?:does|do|will|would|is|are|has|have) (?:not|no)\b")
CONDITION = re.compile(r"(?:whether|in case|(?:ask|check|know|learn|say|see|tell) if)\b")
# What only leads up to a claim: “Where nothing else could …”, “It may surprise you, but …”, “My
# doctors could not …”.
EMPTY_HEDGE = (
    r"(?:(?:(?<=\bnothing )|(?<=\bnothing else )|(?<=\bnever )|(?<=\bnobody )|(?<=\bno one ))could|"
    r"could(?: (?:not|never|hardly|barely|only|simply|just|be (?:avoided|prevented|spared))\b|"
    r"[.,;:!]|$)|"
    r"(?:may|might) (?:have (?:heard|read|been told|tried)|sound|surprise|think|believe|wonder)\b)"
)
# A condition is asked for, or the verb is not that of the sentence: “pain that stops sleep”.
DEPENDENT = re.compile(r"\b(?:that|which|who|if|or|when|what|how|until|nor)(?: \w+){0,4} $")
YOU_WILL = re.compile(r"(?:you|your \w+)(?: will|'ll)")
NO_PAST = re.compile(
    r"\b(?:has|have|is|are|be|been|gets?|feels?|well|you|your \w+)"
    r"(?: \w+ly| never| always| ever)? $|"
    r"\b(?:where|since|before|until) (?:it|they|you|the \w+) $|\bas (?:if|though) (?:\w+ ){1,3}$"
)
NO_LABEL = re.compile(r"[.!?]|\b(?:is|are|has|have|can|will|does)\b")


class Grammar:
    """The patterns, each built once from the words of a guide."""

    def __init__(self, words: Wording, names: Iterable[str]) -> None:
        """`names` are those of the guide's own treatments, in each of their forms."""
        self._adverbs = (
            rf"(?:(?:(?!{any_phrase(words.probably)})\w+ly|also|often|always|then|even|just|both|soon|"
            r"first|still|really|sometimes) )*+"
        )
        self._effect, self._effect_of_one = (
            any_phrase(words.effects),
            any_phrase(of_one(words.effects)),
        )
        self._promise = any_phrase(words.promises)
        self._build_treatments(words, names)
        self._build_verbs(words)
        self._build_outcomes(words)
        self._build_boasts(words)
        self._build_unnamed(words)
        self._build_certainty(words)
        self._build_advice(words)
        self._build_practice(words)

    def _build_treatments(self, words: Wording, names: Iterable[str]) -> None:
        practitioner = any_phrase(nouns(words.practitioners))
        named = any_phrase({*nouns(words.treatments), *names})
        self.ordinary = re.compile(any_phrase(nouns(words.ordinary)) + "$")
        self.practitioner = re.compile(rf"{practitioner}(?!\w)")
        self.treatment = re.compile(
            rf"\b(?:{practitioner}"
            rf"(?! (?:(?:will|can) (?:not )?)?{self._adverbs}{any_phrase(verbs(words.practice))}\b)"
            rf"(?= {self._adverbs}(?:can|will|knows?|{self._effect_of_one}|"
            rf"{self._effect})\b)|{named}(?! {practitioner}\b)"
            rf"(?: {any_phrase(nouns(words.counted))})?|"
            rf"(?:{_COUNT} )+(?:[\w-]+ ){{0,2}}{any_phrase(nouns(words.counted))})(?!\w)"
        )
        self.ours = re.compile(
            rf"\bour (?:[\w-]+ ){{0,3}}(?:{practitioner}|{any_phrase(nouns(words.sellers))})(?!\w)"
        )
        self.testimony = re.compile(rf"{MINE}|{self.ours.pattern}")

    def _build_verbs(self, words: Wording) -> None:
        """What may follow a treatment: any verb but everyday ones, or one that says it works."""
        idle = any_phrase({*nouns(words.things), *of_one(words.everyday), *contracted(words.facts)})
        inert = any_phrase({*words.everyday, *words.harms})
        self.acts = re.compile(
            rf" {self._adverbs}(?:(?!(?:{idle}|{_NO_VERB})\b){_ANY_VERB_OF_ONE}{_NO_NOUN}|"
            rf"(?<=s ){self._effect}\b|(?:is|are) the (?:most \w+|\w+est)\b|"
            rf"(?:will|can) (?:not )?{self._adverbs}(?!be\b|{inert}\b)[a-z]+)"
        )
        self.works = re.compile(
            rf" {self._adverbs}(?!{any_phrase(contracted(words.facts))}\b)"
            rf"(?:{self._effect_of_one}|(?<=s ){self._effect}|"
            rf"(?:can|will|do|does)(?:n't|not| not)? {self._adverbs}{self._effect})\b"
        )

        calm = any_phrase({*words.everyday, *words.harms, *verbs(words.practice)} - {"be"})
        self.future = re.compile(
            rf"(?P<doer>\b(?:they|{any_phrase(nouns(words.doers))}) )?(?:\b(?:will|won't)|'ll) "
            rf"(?:not |never )?{self._adverbs}(?!(?:not|never|be \w+ed|be told|{calm})\b)[a-z]+"
        )
        self.fact = re.compile(rf"\b{any_phrase(contracted(words.facts))}\b")
        # “Massage is a real blessing”, whatever else is said: “… as your doctor says”.
        self.is_praised = re.compile(
            rf" (?:is|are) (?:\w+ly |the |an? |as |so )*"
            rf"{any_phrase(words.hopes)}(?!\w)"
        )

    def _build_outcomes(self, words: Wording) -> None:
        self.body = re.compile(rf"\b{any_phrase(words.body)}\b")
        self.hope = re.compile(rf"\b{any_phrase(words.hopes)}(?!\w)")
        self.banned = re.compile(rf"\b{any_phrase(words.banned)}(?!\w)")
        self.rejected = re.compile(rf"\b{any_phrase(words.rejects)}\b[^.:;!?]{{0,60}}$")

    def _build_boasts(self, words: Wording) -> None:
        """What no report and no instruction excuses: “ever”, “every back”, “for good”."""
        self.boast = re.compile(
            rf"\b(?:{any_phrase(words.boasts)}|every (?:\w+ of )?{any_phrase(words.body)}|"
            rf"{any_phrase(words.body)} (?:(?!not\b|\w+n't)[\w']+ ){{0,5}}(?:never|always) [a-z]+|"
            r"for good(?=$|[.,;:!]| and\b)|"
            r"(?:don't|do not|never|doesn't|does not) (?:get|suffer) "
            rf"(?:\w+ )?{any_phrase(words.body)}|"
            r"and (?:be|you're|you are) (?:\w+ )?\w+ing|"
            r"the (?:most|best|worst|\w+est)\b[^.;:!?]{0,60}\b(?:ever|you can (?:make|do|buy|get|"
            r"take|have|give)|there is|in the world|money can buy)|"
            r"without (?:[\w-]+ ){1,5}(?:nobody|no one)|"
            rf"^if [^,]+, (?:{_EVERYBODY}|{any_phrase(nouns(words.doers))}) would|"
            rf"{_EVERYBODY} would [^.;:!?]+ if|"
            r"^what (?:[\w-]+ ){1,4}(?:does|do) in [^.;:!?]+ takes|"
            # “Goes where others cannot.”
            r"(?:where|what|when) (?:[\w-]+ ){1,5}(?:can't|cannot|could not|couldn't|do not|don't|"
            r"does not|doesn't|did not|didn't|fail|fails|failed)(?=[.,;:!]|$)|"
            r"there (?:is|are)(?:n't| not| no| simply no| hardly) (?:[\w-]+ ){0,2}"
            rf"{any_phrase(words.body)} [^.;:!?]*(?:can't|cannot|won't|hasn't|haven't|doesn't|"
            "does not|do not|has not)|"
            r"should be (?:[\w-]+ ){1,3}(?:to|for|by|in) (?:everyone|everybody|every|all|anyone)|"
            r"would(?: not|n't) [^.;:!?]* if (?:it|they) did(?: not|n't)|"
            r"(?:do|does|did) (?:in (?:[\w-]+ ){1,3}what|what (?:no|nothing|nobody)\b)|"
            r"as (?:\w+ ){1,5}as you (?:like|want|please|wish))(?!\w)"
        )

    def _build_unnamed(self, words: Wording) -> None:
        """“It eases pain” names no treatment: here only the verb shows that it is a claim."""
        it = (
            r"(?:it|this|they|these|that|(?:such|the|this) (?:\w+ed )?"
            rf"(?!{any_phrase(nouns(words.practitioners))}\b)\w+)"
        )
        self.it_works = re.compile(
            rf"{_START}{it} {self._adverbs}(?:(?:\w+s and )?{self._effect_of_one}|"
            rf"{_MODAL} {self._adverbs}(?:not )?(?:{self._effect}|be))\b|"
            rf"{_START}(?:they|these) {self._adverbs}{self._effect}\b"
        )
        # Whatever does it: “This one trick banishes your backache.”
        self.on_body = re.compile(
            rf"\b(?P<verb>{self._effect_of_one}|you can {self._adverbs}{self._effect}) "
            rf"(?:[\w-]+ ){{0,5}}?{any_phrase(words.body)}(?!\w)"
        )
        # What becomes of it: “switches the pain off”, “push the disc back in”.
        self.becomes = re.compile(
            r"\b(?!(?:with|in|on|of|from|for|by)\b)(?P<verb>[a-z]+) "
            r"(?:an?|any|the|that|this|your|their|every|all) (?:[\w-]+ ){0,3}?"
            rf"{any_phrase(words.body)} {_BECOMES}(?!\w)|"
            # “Finds the source of your pain and removes it.”
            rf"\b{any_phrase(words.body)} and {self._adverbs}{self._effect_of_one} (?:it|them)\b"
        )
        self.praised = re.compile(rf"{_START}(?:it|this) is (?:\w+ )?{any_phrase(words.praise)}\b")
        harms = any_phrase(words.harms)
        self.your_body = re.compile(
            rf"\b(?:your|the) (?P<will>\w+)\b[^.;:!?]{{0,20}}\bwill {self._promise}\b|"
            rf"\b(?:and|so) your (?P<fine>\w+) (?:will|'ll) (?!{harms}|be {harms})[a-z]+|"
            r"\b(?:and|so|(?:once|the moment|as soon as) [^,.;:!?]+,) (?:your|the) (?P<does>\w+) "
            rf"{self._adverbs}(?:{self._effect_of_one}|{any_phrase(of_one(words.promises))}|"
            rf"(?:is|are) (?:as )?{any_phrase(words.hopes)})\b"
        )

    def _build_certainty(self, words: Wording) -> None:
        self.hedge = re.compile(rf"\b(?={any_phrase(words.hedges)}\b)(?!{EMPTY_HEDGE})")
        self.probably = re.compile(rf"\b{any_phrase(words.probably)}\b")
        # “Nobody has to live with it” is sure.
        self.unsure = re.compile(
            rf"\b{any_phrase(contracted(words.unsure))}\b"
            r"(?<!\bnobody has(?= to ))(?<!\bno one has(?= to ))"
        )
        self.too_sure = re.compile(rf"\b{any_phrase(words.too_sure)}\b")

    def _build_advice(self, words: Wording) -> None:
        """Advice claims nothing: unless it promises something, or says what it is good for."""
        self.instruction = re.compile(
            r"(?:^(?:(?:if|when|after|before|once) [^,]{1,80}, )?(?:but |then |so )?"
            rf"{any_phrase(words.instructions)}|: (?:never|think of))\b"
        )
        self.promise = re.compile(
            rf"(?: and|:) (?:(?:you|your|be|the|it|they|\w+ does)\b.*\b)?{self._promise}\b"
        )
        # “Book a course and walk out free of pain”, “…, so you'll save thousands”.
        self.reward = re.compile(
            rf"(?:and|then|so|[:,]) {any_phrase(words.rewards)}\b|"
            r"(?:you|your \w+|they|it|that|she|he)(?:'ll| will)"
        )
        self.reason = re.compile(
            rf"(?:because|since|as|for|and|[:;]) (?:it|they|this|that|these) {self._adverbs}"
            rf"(?:{self._effect_of_one}|{self._effect})\b"
        )
        self.aim = re.compile(
            rf" (?:(?:to )?{self._adverbs}{self._effect}\b|"
            rf"for (?:\w+ ){{0,2}}(?P<promise>{self._promise})\b)"
        )

    def _build_practice(self, words: Wording) -> None:
        """What is done, said or paid; what a study found; and the harm that may come of it."""
        study = any_phrase(nouns(words.studies))
        self.practice = re.compile(
            rf"\b(?:{_SOMEBODY}|{any_phrase(nouns(words.doers))}(?: will(?: not)?)?)[)]? {_HABIT}"
            rf"{any_phrase(verbs(words.practice))}\b|"
            rf"\b{any_phrase(verbs(words.moves))} (?:\w+ly )?{_ALONG} (?:your|the) (?:\w+ )?\w+"
            r"(?: and (?:your )?\w+)?[.]?$|"
            rf"\b{any_phrase(contracted(words.facts))}\b|^an? (?:\w+ ){{0,3}}{study}\b|"
            rf"\bin (?:an?|one|two|three|the|this|that|\d+|some)(?: \w+){{0,3}} {study}\b"
        )
        # What is done may be told, but not what comes of it: “presses and relieves your pain”.
        self.and_works = re.compile(
            rf"(?:(?:and|that|which|so) {self._adverbs}{self._effect_of_one}|to {self._effect})\b"
        )
        self.past = re.compile(rf"\b(?:{any_phrase(words.past)}|(?P<regular>{_REGULAR_PAST}))\b")
        self.reporter = re.compile(rf"\b(?:{any_phrase(nouns(words.reporters))}|{study})\b")
        self.reported = re.compile(
            rf"\b(?:it|{any_phrase(nouns(words.reporters))}|{study}) "
            r"(?:\w+ly |also |then )?[a-z]+(?<!e)ed\b"
        )
        helpful = any_phrase({*words.effects} - {*words.causes})
        self.warning = re.compile(
            rf"\b(?:can|could|may|have|has|{any_phrase(verbs(words.causes))})"
            rf"(?:(?: (?!(?:{_NEGATED}|{helpful})\b)[\w-]+){{1,4}} {any_phrase(words.harms)}"
            rf"(?!\w| {any_phrase(words.body)}\b)| {any_phrase(words.harms)}(?!\w))"
        )
        self.harm_after = re.compile(
            rf"{any_phrase(words.harms)}(?: [\w-]+){{0,2}} (?:after|from|during)"
        )
        self.is_harm = re.compile(
            rf"(?:is|are) (?:(?!{_NEGATED}\b)[\w-]+ ){{0,5}}{any_phrase(words.harms)} "
            r"of\b"
        )
