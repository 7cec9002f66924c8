"""Irregular forms of English verbs and nouns: grammar-book facts, written for this project.

Each entry of the tables is a base form and the forms that lead to it.
"""

from __future__ import annotations

from typing import Final


def _table(entries: str) -> dict[str, str]:
    """Return form -> base form for entries "base form form; base form"."""
    table: dict[str, str] = {}
    for entry in entries.split(";"):
        base, *forms = entry.split()
        for form in forms:
            table[form] = base
    return table


VERBS: Final = _table(
    """
    abide abode; sever severed severing; overfly overflew overflown;
    agree agreed agreeing; arise arose arisen; awake awoke awoken; be being; bear bore borne born;
    beat beat beaten; become became become; begin began begun; behold beheld; belie belying belied; bend bent;
    beset beset; bet bet; bid bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown;
    boycott boycotted boycotting;
    break broke broken; breed bred; bring brought; broadcast broadcast; build built; burn burnt; burst burst;
    buy bought; cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost; creep crept;
    cut cut; deal dealt; decree decreed; die dying died; dig dug; do did done; draw drew drawn; dream dreamt;
    drink drank drunk; drive drove driven; dwell dwelt; dye dyeing; eat ate eaten; enrol enrolled enrolling;
    fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled fleeing; fling flung; fly flew flown;
    forbid forbade forbidden; forecast forecast; foresee foresaw foreseen; foretell foretold;
    forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken;
    free freed freeing; freeze froze frozen; fulfil fulfilled fulfilling; get got gotten; give gave given;
    go went gone; grind ground; grow grew grown; guarantee guaranteed guaranteeing; hang hung; have had having;
    hear heard; hew hewn; hide hid hidden; hit hit; hold held; hurt hurt; inset inset; install installed installing;
    keep kept; kneel knelt; knit knit; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt;
    leave left; lend lent; let let; lie lay lain lying lied; light lit; lose lost; make made making; mean meant;
    meet met; mimic mimicked mimicking; mislay mislaid; mislead misled; mistake mistook mistaken;
    misunderstand misunderstood; mow mown; offset offset; outbid outbid; outdo outdid outdone;
    overcome overcame overcome; overhang overhung; overhear overheard; overlay overlaid;
    override overrode overridden; overrun overran overrun; oversee oversaw overseen overseeing;
    overtake overtook overtaken; overthrow overthrew overthrown; panic panicked panicking; partake partook partaken;
    pay paid; picnic picnicked; plead pled; prove proven; put put; quit quit; read read; rebuild rebuilt;
    recast recast; redo redid redone; referee refereed; remake remade; repay repaid; resell resold; reset reset;
    retake retook retaken; rethink rethought; rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung;
    rise rose risen; run ran run; saw sawn; say said; see saw seen seeing; seek sought; sell sold; send sent;
    set set; sew sewn; shake shook shaken; shed shed; shine shone; shoot shot; show shown; shrink shrank shrunk;
    shut shut; sing sang sung; singe singeing; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid;
    sling slung; slit slit; smell smelt; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent;
    spill spilt; spin spun; spit spat; split split; spread spread; spring sprang sprung; stand stood;
    steal stole stolen; stick stuck; sting stung; stink stank stunk; strew strewn; stride strode;
    strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept; swell swollen;
    swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
    thrive throve; throw threw thrown; thrust thrust; tie tying tied; traffic trafficked trafficking;
    tread trod trodden; typeset typeset; undergo underwent undergone; underlie underlay underlain;
    understand understood; undertake undertook undertaken; underwrite underwrote underwritten; undo undid undone;
    unwind unwound; uphold upheld; upset upset; use using used; vie vying vied; wake woke woken; waylay waylaid;
    wear wore worn; weave wove woven; wed wed; weep wept; win won; wind wound; withdraw withdrew withdrawn;
    withhold withheld; withstand withstood; wring wrung; write wrote written
    """
)

NOUNS: Final = _table(
    """
    abuse abuses; accuse accuses; ache aches; alias aliases; ally allies; alumnus alumni; analysis analyses;
    appendix appendices; atlas atlases; avalanche avalanches; axis axes; bacterium bacteria; base bases; bias biases;
    bonus bonuses; bronze bronzes; buffalo buffaloes; bus buses; cache caches; cactus cacti; calf calves;
    calorie calories; campus campuses; canoe canoes; canvas canvases; cargo cargoes; case cases; cause causes;
    census censuses; child children; collapse collapses; consensus consensuses; cookie cookies; corpse corpses;
    course courses; crisis crises; criterion criteria; curriculum curricula; data data; database databases;
    decrease decreases; defense defenses; diagnosis diagnoses; disease diseases; domino dominoes; echo echoes;
    elf elves; embargo embargoes; emphasis emphases; excuse excuses; expense expenses; foe foes; foot feet;
    formula formulae; gas gases; genie genies; goose geese; half halves; headache headaches; hero heroes;
    hoof hooves; horse horses; hose hoses; house houses; hypothesis hypotheses; increase increases; index indices;
    iris irises; knife knives; larva larvae; leaf leaves; lens lenses; license licenses; lie lies; life lives;
    loaf loaves; louse lice; man men; matrix matrices; media media; memorandum memoranda; menace menaces;
    mosquito mosquitoes; mouse mice; movie movies; nose noses; nucleus nuclei; nurse nurses; oasis oases;
    offense offenses; ox oxen; parenthesis parentheses; passerby passersby; person persons; phase phases;
    phenomenon phenomena; phrase phrases; pie pies; potato potatoes; prairie prairies; prince princes; prize prizes;
    purchase purchases; purpose purposes; quiz quizzes; radius radii; referendum referenda; release releases;
    response responses; rookie rookies; rose roses; scarf scarves; self selves; shelf shelves; shoe shoes;
    size sizes; spokesman spokesmen; status statuses; stimulus stimuli; stratum strata; synthesis syntheses;
    thesis theses; thief thieves; tie ties; toe toes; tomato tomatoes; tooth teeth; torpedo torpedoes; use uses;
    vertex vertices; veto vetoes; virus viruses; volcano volcanoes; warehouse warehouses; wife wives; wolf wolves;
    woman women; zombie zombies
    """
)

# Plural in look or in use, and their own dictionary form.
UNCHANGED: Final = frozenset(
    """
    aircraft alms arms arrears barracks clothes congratulations corps data diabetes economics electronics ethics
    finances fish forceps gallows goods grounds headquarters hertz hovercraft jeans kudos linguistics logistics
    mathematics means media mumps news offspring outskirts pants people personnel physics police politics
    proceedings proceeds rabies remains savings scissors series sheep spacecraft species swine thanks tongs
    trousers watercraft whereabouts
    """.split()
)
