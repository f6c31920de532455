"""Names of plays, poems, books of scripture and cases, and the forms of their divisions."""

from __future__ import annotations

import re

from scorer.pipeline.citations.name_patterns import CONNECTED
from scorer.pipeline.citations.word_lists import any_of, words

PLAYS = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        hamlet macbeth othello king_lear romeo_and_juliet julius_caesar the_tempest a_midsummer_night's_dream
        twelfth_night the_merchant_of_venice much_ado_about_nothing as_you_like_it richard_iii richard_ii henry_v
        henry_iv the_taming_of_the_shrew antony_and_cleopatra the_winter's_tale measure_for_measure coriolanus
        antigone oedipus_rex oedipus_the_king medea lysistrata the_crucible a_doll's_house the_odyssey odyssey
        the_iliad iliad the_aeneid aeneid beowulf paradise_lost the_canterbury_tales gilgamesh faust tartuffe
        rom ham mac oth lr jc mnd tmp tn mv
        """
    )
)
"""Plays and epics that students read, in lower case, and the abbreviations that MLA gives them."""
BOOKS = frozenset(
    name.replace("_", " ")
    for name in words(
        """
        genesis exodus leviticus numbers deuteronomy joshua judges ruth 1_samuel 2_samuel 1_kings 2_kings ezra nehemiah
        esther job psalm psalms proverbs ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel amos
        obadiah jonah micah nahum habakkuk zephaniah haggai zechariah malachi matthew mark luke john acts romans
        1_corinthians 2_corinthians galatians ephesians philippians colossians 1_thessalonians 2_thessalonians
        1_timothy 2_timothy titus philemon hebrews james 1_peter 2_peter 1_john 2_john 3_john jude revelation
        gen exod ex lev num deut josh judg 1_sam 2_sam ps prov eccl isa jer lam ezek dan hos mic mal matt mk lk jn
        rom 1_cor 2_cor gal eph phil col 1_thess 2_thess 1_tim 2_tim heb jas 1_pet 2_pet rev qur'an quran koran
        """
    )
)
"""Books of the Bible and the Quran, in lower case, and their abbreviations."""
SHORTENED = any_of(
    """
    Gen Exod? Lev Num Deut Josh Judg Sam Ps Prov Eccl Isa Jer Lam Ezek Dan Hos Mic Mal Matt Mk Lk Jn Rom Cor Gal Eph
    Phil Col Thess Tim Heb Jas Pet Rev Ham Mac Oth Const
    """
)
"""Abbreviations whose full stop ends no name."""
VERSION = re.compile(r",? (?:NIV|KJV|NKJV|ESV|NRSV|NASB|NLT|King James Version|New International Version)$")
"""Which translation is quoted."""
CHAPTER_AND_VERSE = re.compile(r"\d{1,3}[:.]\d{1,3}")
ACT_AND_SCENE = re.compile(r"(?:\d{1,2}|[IVXivx]{1,4})\.(?:\d{1,2}|[IVXivx]{1,5})(?:\.\d|$)")
CONSTITUTION = re.compile(r"(?:The )?(?:[A-Z]\.? ?){2}Const(?:\.|itution)?")
CASE = re.compile(rf"{CONNECTED},? (?P<versus>vs?\.?) {CONNECTED}")
CASE_BEFORE = re.compile(
    rf"\b(?:[Ii]n|[Uu]nder|[Ss]ee|[Ss]ince|[Ff]rom|[Bb]y|[Ll]ike|[Ww]ith|[Oo]f|[Cc]ase|^|[.!?]\s)\s?(?P<case>{CASE.pattern}),?\s?$"
)
"""A case in running text, right before a bracket."""
COURTS = re.compile(
    r"\b(?:Board|State|States|City|County|District|Education|Department|School|Schools|Court|Commission)\b"
)
"""Parties that are no teams."""
