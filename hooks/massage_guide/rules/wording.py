"""Wording is locked to certainty: no sentence claims more than the evidence bears.

A sentence that says massage does something to health needs "probably" at moderate certainty and
"may" at low or very low certainty, unless it reports in the past tense what a study found. Flat
denials count too. Some words promise too much at any certainty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..addresses import addresses
from ..model import Benefit, Certainty, Claim, MassageType, Record
from ..numbers import numbers
from ..page import prose_lines
from ..plain import plain
from ..problem import Problem
from ..sentences import sentences
from ..site import Site
from ..source import Path

CODE = "wording"

# Fields that quote what is answered, or that say what people hope for.
QUOTING = {"you_may_have_read", "says", "hope", "walk_away"}


# Verbs that say something happens to a body or a mind, in their plain form.
_VERBS = (
    "aid alleviate banish benefit boost break calm cleanse clear combat control correct cut decrease defeat detox "
    "diminish dissolve ease eliminate end enhance eradicate erase extend fade fight fix flush free give guard heal "
    "help hasten improve increase lead lengthen lessen lift loosen lower lull make manage melt mend minimize normalize "
    "offer oxygenate prevent produce promote provide quicken quiet raise reduce regulate rejuvenate relax release "
    "relieve remove repair replace reset resolve restore result reverse revive save shorten shrink slow smooth soften "
    "solve soothe speed stimulate stop straighten strengthen stretch support sustain tame tackle treat trigger unlock "
    "unwind vanish warm work"
).split()
# Plain forms that are adjectives or nouns too, and so say nothing of an effect by themselves.
_AMBIGUOUS = {"calm", "clear", "free", "result", "slow", "smooth", "warm"}


def _third(verb: str) -> str:
    """The form after “it”: eases, fixes, stretches."""
    return verb + ("es" if verb.endswith(("sh", "ch", "x")) else "s")


_PLAIN = "|".join(sorted(set(_VERBS) - _AMBIGUOUS, key=len, reverse=True)) + "|get rid|take away|wipe out|bring|do wonders|ward off|keep"
_THIRD = "|".join(sorted(map(_third, _VERBS), key=len, reverse=True)) + (
    "|gets rid|takes away|wipes out|brings|does wonders|wards off|keeps|has (?!few|little|minor)(?:\\w+ ){0,3}?(?:benefits?|(?<!side )effects?|powers?)"
)
_PAST = (
    "aided|alleviated|banished|boosted|calmed|cleared|corrected|cut|decreased|diminished|eased|eliminated|ended|"
    "enhanced|fixed|flushed|healed|helped|improved|increased|lessened|lifted|loosened|lowered|melted|mended|prevented|"
    "produced|promoted|raised|reduced|relaxed|released|relieved|removed|repaired|resolved|restored|reversed|shown|"
    "proved|proven|soothed|sped|stimulated|stopped|strengthened|treated|warmed|benefited|recovered|rid|got|gotten"
)

_MASSAGE = (
    r"(?:massag(?:e|es|ing)|back ?rubs?|rubbing|kneading|myofascial release|shiatsu|trigger[- ]point (?:work|therapy)|"
    r"deep[- ]tissue(?: work)?|foam roll(?:er|ers|ing)|hot stones?|bodywork|hands-on (?:care|work)|"
    r"(?:thai|swedish|sports|chair|firm|gentle) (?:work|pressure|sessions?)|firm pressure|long strokes|"
    r"(?:(?:a|one|each|every|regular|weekly|daily|more|several|frequent|monthly|few) )+(?:\w+ )?(?:sessions?|treatments?|visits?)|"
    r"massage therap(?:y|ists?)|the masseur|masseuses?)"
)
_PRONOUN = r"(?:it|this|they|these|that|such care|the (?:treatment|therapy|pressure|kneading|touch)|th(?:e|is) relaxed feeling)"
_HEALTH = (
    r"(?:pain\w*|ache\w*|back|spine|spinal|muscle\w*|sleep\w*|stress\w*|blood|circulation|mood|anxi\w+|depress\w*|tension|"
    r"tens\w+|cortisol|hormone\w*|endorphin\w*|serotonin|heal\w*|stiff\w*|stretch marks?|discs?|disks?|posture|nerves?|"
    r"recover\w*|relie\w+|sore\w*|immun\w+|toxins?|knots?|inflam\w+|injur\w+|sciatica|strain\w*|symptoms?|migraine\w*|"
    r"headaches?|illness\w*|disease\w*|movement|mobility|flexib\w+|painkillers?|pills?|medicines?|drugs?|arthritis|"
    r"swelling|oxygen|organs?|calm\w*|health\w*|lasting|results?|cells?|skin|joints?|energy|body|mind|brain|backache\w*)"
)
_ADVERBS = r"(?:(?:also|often|usually|really|truly|clearly|quickly|always|then|even|just|surely|certainly|actually|directly|instantly|greatly|significantly|naturally|safely|simply|effectively|definitely|gently|both|now|soon|still|not only|almost always|generally|typically|mostly|further) )*"

_GOOD = (
    r"(?:(?:very|so|quite|equally|highly|really|totally|perfectly|completely|always|also|just as|more|the|a|an|one of the|as) )*"
    r"(?:good|great|effective|safe|safer|safest|best|better|beneficial|helpful|useful|essential|important|necessary|vital|"
    r"needed|ideal|perfect|excellent|superior|harmless|the answer|answer|a must|must|powerful|reliable|worth it|"
    r"side-effect free|key|remedy|solution|way to (?:treat|beat|end|heal|relieve|ease|reduce)|first choice|treatment of choice)"
)

_FLAT = [
    # Massage helps; long strokes warm the muscles; sessions improve sleep.
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,60}}?\b(?<!to )(?<!that )(?:{_THIRD})\b(?! on\b)",
    rf"\b(?:massages|back ?rubs|sessions|visits|long strokes|hot stones|rollers)\b(?: \w+){{0,4}}? {_ADVERBS}(?:{_PLAIN})\b",
    # Massage will, can or does help.
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,50}}?\b(?:will|can|does|do|would|should|is going to|is able to|is bound to) {_ADVERBS}(?:{_PLAIN}|have (?:an?|great|real) |let|allow|enable|show|leave|be {_GOOD})\b",
    # It relieves pain; this can heal your back.
    rf"(?:^|[,;] |\b(?:and|but|as|because|so|since|while) ){_PRONOUN} {_ADVERBS}(?:\w+s and )?(?:{_THIRD})\b[^.;:!?]*\b{_HEALTH}\b",
    rf"(?:^|[,;] |\b(?:and|but|as|because|so|since) ){_PRONOUN} (?:will|can|does|do|would) {_ADVERBS}(?:{_PLAIN}|be)\b[^.;:!?]*\b{_HEALTH}\b",
    rf"(?:^|[,;] |\b(?:and|but|as|because|so|since) )(?:they|these) {_ADVERBS}(?:{_PLAIN})\b[^.;:!?]*\b{_HEALTH}\b",
    # Massage is safe; is the best; has many benefits.
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,60}}?\b(?:is|are|remains?|becomes?|has become|was found to be) {_GOOD}\b",
    rf"(?:^|[,;] |\band )(?:it|this) is {_ADVERBS}(?:safe|effective|harmless|the best (?:treatment|way|remedy|option|thing|choice|alternative|medicine|therapy)|non-?addictive|risk[- ]free)\b",
    rf"\b(?:benefits?|power|effects?|magic) of (?:\w+ ){{0,3}}{_MASSAGE}[^.;:!?]*\b(?:includes?|are|is|lasts?|add)\b",
    # You will sleep better after a massage; everybody benefits from massage; your muscles relax.
    rf"\b(?:you|people|patients|everyone|everybody|anyone|anybody|adults|women|men|most|many|those|sufferers)\b[^.;:!?]{{0,60}}?\b(?:will|can|always|do) {_ADVERBS}(?:benefit|recover|improve|heal|sleep|feel|notice|need|get|wake|move|be|see|enjoy|find)\b[^.;:!?]*\b{_MASSAGE}",
    rf"\b(?:after|with|thanks to|through|during|from|by) (?:\w+ ){{0,5}}?{_MASSAGE}[^.;:!?]{{0,50}}?\b(?:will|always|(?:is|are) {_ADVERBS}(?:gone|better|calmer|looser|{_PAST})|gets?|goes|go|falls?|rises?|improves?|relaxes|relax|disappears?|vanish(?:es)?|melts?|eases?|heals?|recovers?|flows?|sleeps?|becomes?|drops?|you sleep|you can|feels?|feel|shrinks?)\b",
    rf"\b(?:people|patients|everyone|everybody|adults|women|men|individuals|most|many|all of us|babies|anyone|anybody)\b[^.;:!?]{{0,50}}?\b(?:benefits?|recovers?|improves?|needs?|heals?|gets? better|(?:is|are) likely to benefit)\b[^.;:!?]*\b{_MASSAGE}",
    rf"\b(?:pain|tension|stress|cortisol|sleep|circulation|blood flow|soreness|knots|stiffness|mood|anxiety|depression|stretch marks|muscles?|toxins|healing)\b[^.;:!?]{{0,40}}?\b(?:is|are|gets?) {_ADVERBS}(?:{_PAST})\b[^.;:!?]*\b(?:by|with|through|after|during) (?:\w+ ){{0,4}}?{_MASSAGE}",
    # Patients have improved after massage; massage has been shown to help.
    rf"\b(?:has|have) {_ADVERBS}(?:been (?:shown|found|known|proven|linked)|{_PAST}|become|made)\b[^.;:!?]*\b(?:{_MASSAGE}|{_HEALTH})\b",
    rf"\b(?:studies|research|science|evidence|experts?|doctors|trials|specialists|reviews?|data)\b[^.;:!?]{{0,20}}?\b(?:shows?|proves?|confirms?|demonstrates?|establish(?:es)?|agrees?|finds?|supports?|leaves? no doubt)\b[^.;:!?]*\b{_MASSAGE}",
    # Nothing beats massage; the best treatment is massage; massage, the natural painkiller.
    rf"\b(?:best|safest|surest|only|quickest|fastest|ideal|first|top|ultimate|natural|right)\b[^.;:!?]{{0,40}}?\b(?:treatment|remedy|way|choice|approach|therapy|answer|cure|medicine|solution|alternative|painkiller|thing)\b[^.;:!?]{{0,40}}?\b(?:is|for)\b[^.;:!?]*\b{_MASSAGE}",
    rf"\bnothing (?:\w+ ){{0,3}}(?:beats|works|matches|relieves|eases|helps)\b[^.;:!?]*\b{_MASSAGE}",
    rf"\b{_MASSAGE} does (?:more|better|wonders|you good)\b",
    # Regular massage is how you keep pain away; a massage a day keeps the doctor away.
    rf"\b{_MASSAGE} (?:is|are) (?:how|why|what)\b",
]
_DENIALS = [
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,50}}?\b(?:does not|doesn't|do not|don't|cannot|can't|can not|will not|won't|never) {_ADVERBS}(?:{_PLAIN}|change|affect|alter|touch|do|reach|have)\b",
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,50}}?\b(?:has|have|makes?|brings?|does|do) (?:no|nothing|zero|absolutely no)\b",
    rf"\b{_MASSAGE}\b[^.;:!?]{{0,40}}?\b(?:is|are) (?:useless|worthless|pointless|ineffective|no good|of no use|no better|a waste)\b",
    rf"(?:^|[,;] |\band )(?:it|this|they) (?:does not|doesn't|do not|cannot|can't|will not|won't|never) {_ADVERBS}(?:{_PLAIN}|change|affect|alter)\b[^.;:!?]*\b{_HEALTH}\b",
]
# Words that promise too much whatever the evidence.
_BANNED = (
    r"\bcur(?:e|es|ed|ing)\b|\b(?:is|are|been|was|scientifically|clinically|well) proven\b|\bproven (?:to|way|remedy|treatment)\b|"
    r"\bprov(?:es?|ed|en) that\b|\bproof that\b|\bguarantee[sd]?\b|\bguaranteed\b|\bmiracles?\b|\bmiraculous\b|\bwonders\b|"
    r"\bsafe for (?:everyone|everybody|all|anyone|anybody|any age|babies)\b|\b(?:completely|totally|perfectly|absolutely|entirely|100 ?%) safe\b|"
    r"\brisk[- ]free\b|\bno (?:side effects|risks?)\b|\bwithout (?:any )?(?:side effects|risks?)\b|\balways works?\b|\bnever fails\b|"
    r"\bwill (?:\w+ )?help\b|\binstant relief\b|\bpermanent(?:ly)? (?:relief|fix\w*|cure\w*|heal\w*)\b|\bpain[- ]free for (?:life|good)\b|"
    r"\bharms? nobody\b|\bcannot harm\b|\bcan do no harm\b"
)
_BANNED_NEGATED = (
    r"\b(?:not|no|nobody|no one|none|never|cannot|can't|isn't|nor|neither|without|nothing|stop|leave|walk away|beware|be wary|"
    r"if|promise\w*|claim\w*)\b[^.;!?]{0,60}$"
)

_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_HEDGE = re.compile(r"\b(?:may|might|could|perhaps|maybe|possibly|seem(?:s|ed)? to|appear(?:s|ed)? to)\b", re.I)
_PROBABLY = re.compile(r"\b(?:probably|likely not|is likely|are likely)\b", re.I)
_OPEN = re.compile(
    r"\b(?:no|not one|hardly any|little|too few|no good|not enough|only weak|weak|low-quality|thin) (?:\w+ ){0,3}?"
    r"(?:stud(?:y|ies)|trials?|evidence|proof|research|reviews?)\b|\bnobody (?:has|have|knows|can (?:say|tell)|tested)\b|"
    r"\bno one (?:has|knows|can (?:say|tell)|tested)\b|\b(?:is|are|was|were|remains?) (?:still )?(?:not|un)(?: yet)? ?(?:known|clear|certain|tested|sure|shown|proven|supported)\b|"
    r"\b(?:has|have) not (?:been )?(?:shown|proven|tested|found|proved)\b|\bwhether\b|\bdoubt\b(?!less)|\blittle confidence\b|"
    r"\b(?:un|not )sure\b|\btoo (?:few|little|small|thin)\b|\bnothing was found\b|\bwe found no\b|\bnone was found\b|\bdo(?:es)? not know\b|"
    r"\bcan and cannot\b|\bcannot (?:tell|say|show|rule|know|judge|clear)\b|\bhard to (?:tell|say|know)\b|\bnot among\b|\bhow (?:much|long|well|often|far)\b|\bdisagree\b",
    re.I,
)
_NOT_OPEN = re.compile(r"\bno (?:one )?(?:can )?(?:doubt|deny|question)|\bwithout (?:a )?doubt|\bno doubt\b|\bnobody can deny\b|\bleaves? no doubt\b", re.I)
# "If it helps", "until the massage eases it", "ask what a session does": no claim is made.
_CONDITION = re.compile(r"\b(?:if|whether|until|unless|in case|see if|how|what|stop if|when)\b(?: \w+){0,3}$", re.I)
# "Expect to feel easier", "Use massage to help you get moving", "Ask how massage ...": an instruction.
_INSTRUCTION = re.compile(
    r"^(?:use|ask|tell|choose|stop|check|avoid|do not|don't|never|keep|see|try|set|write|look|read|have|take|say|get|go|book|"
    r"no (?:firm |deep )?(?:massage|pressure|work)|plan|expect|note|treat|enjoy|think|let|compare|count|start|wait|call|rest|move|talk|print|bring)\b(?! massage (?:helps|eases|relieves))", re.I)

# Patterns that start with massage are the slow ones: they are left out where a sentence does not name it.
_NAMES_MASSAGE = re.compile(rf"\b{_MASSAGE}", re.I)
_CLAIMS_BY_NAME, _OTHER_CLAIMS = (
    [re.compile(pattern, re.I) for pattern in (*_FLAT, *_DENIALS) if pattern.startswith(rf"\b{_MASSAGE}") is by_name]
    for by_name in (True, False)
)
_BANNED_PATTERN = re.compile(_BANNED, re.I)
_BANNED_NEGATED_PATTERN = re.compile(_BANNED_NEGATED, re.I)


def overclaim(sentence: str, certainty: Certainty) -> str | None:
    """The words of a sentence that claim more than `certainty` bears; None if it claims no more."""
    sentence = sentence.replace("’", "'")
    if _QUESTION.search(sentence):
        return None
    for banned in _BANNED_PATTERN.finditer(sentence):
        if not _BANNED_NEGATED_PATTERN.search(sentence[: banned.start()]):
            return banned[0]
    if certainty is Certainty.HIGH or _is_open(sentence, certainty) or _INSTRUCTION.search(sentence):
        return None
    for pattern in (*(_CLAIMS_BY_NAME if _NAMES_MASSAGE.search(sentence) else ()), *_OTHER_CLAIMS):
        for found in pattern.finditer(sentence):
            if not _CONDITION.search(sentence[: found.start()]):
                return found[0].strip(" ,;")
    return None


def _is_open(sentence: str, certainty: Certainty) -> bool:
    """Whether the sentence says itself that nobody can be sure."""
    if _NOT_OPEN.search(sentence):
        return False
    if _HEDGE.search(sentence) or _OPEN.search(sentence):
        return True
    return certainty is Certainty.MODERATE and bool(_PROBABLY.search(sentence))


def check(site: Site) -> Iterator[Problem]:
    """Every sentence of the content, then of the hand-written pages."""
    known_numbers, known_addresses = numbers(site), addresses(site)
    for key, path, prose in site.prose:
        if QUOTING & set(path):
            continue
        certainty = _certainty(site, site.records[key], path)
        for sentence in sentences(plain(prose, known_numbers, known_addresses)):
            if words := overclaim(sentence, certainty):
                yield site.problem(key, path, CODE, _message(words, certainty), _hint(certainty),
                                   snippet=" ".join(words.split()[:2]))
    for page in site.pages.values():
        for number, text in prose_lines(page):
            for sentence in sentences(text):
                if words := overclaim(sentence, Certainty.LOW):
                    yield Problem(page.name, number, 1, CODE, _message(words, Certainty.LOW), _hint(Certainty.LOW), text)


def _certainty(site: Site, record: Record, path: Path) -> Certainty:
    """The certainty that bears a text: its own, or the lowest of the claims that grade it, or low."""
    if isinstance(record, Claim):
        if path[0] == "parts" and record.parts:
            return record.parts[int(path[1])].certainty
        return record.least_certainty
    if isinstance(record, Benefit | MassageType):
        graded = [site.claims[id].least_certainty for id in record.graded_in if id in site.claims]
        return max(graded, key=list(Certainty).index, default=Certainty.LOW)
    return Certainty.LOW


def _message(words: str, certainty: Certainty) -> str:
    return f"“{words}” claims more than the evidence bears (certainty: {certainty})."


def _hint(certainty: Certainty) -> str:
    hedge = "“probably”" if certainty is Certainty.MODERATE else "“may”"
    return f"Write {hedge}, or report in the past tense what a study found."
