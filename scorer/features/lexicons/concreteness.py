"""Words for things and deeds that the senses meet, and words for ideas: what the two kinds of words are told apart by.

Chosen for this project, from the vocabulary of students' essays, before anything was measured with them.
"""

from __future__ import annotations

CONCRETE = (
    "table", "chair", "dog", "cat", "bus", "bread", "kitchen", "shoe", "river", "tree", "bottle", "finger", "knee",
    "window", "door", "hammer", "apple", "car", "truck", "bicycle", "street", "gym", "cafeteria", "desk", "pencil",
    "phone", "laptop", "shirt", "hat", "coat", "rain", "snow", "egg", "milk", "pizza", "soup", "uncle", "grandmother",
    "nurse", "doctor", "teacher", "neighbor", "baby", "brother", "sister", "coach", "farmer", "soldier", "hospital",
    "library", "bridge", "factory", "garage", "stairs", "backpack", "alarm", "clock", "dollar", "cents", "hour",
    "minute", "week", "gallon", "mile", "inch", "paper", "newspaper", "ticket", "map", "lamp", "fridge", "stove",
    "grass", "garden", "mouse", "horse", "fish", "bird", "bee", "tomato", "carrot", "sandwich", "locker", "hallway",
    "ball", "bat", "helmet", "bandage", "blood", "tooth", "hair", "nose", "arm", "walk", "run", "sit", "eat", "drink",
    "cook", "sleep", "drive", "ride", "throw", "kick", "push", "carry", "climb", "swim", "paint", "wash", "cut", "dig",
    "jump", "cry", "laugh", "shout", "whisper", "yellow", "red", "blue", "green", "wet", "cold", "wooden", "broken",
)  # fmt: skip

ABSTRACT = (
    "idea", "belief", "opinion", "reason", "benefit", "importance", "success", "failure", "value", "quality", "freedom",
    "truth", "honesty", "justice", "society", "progress", "situation", "circumstance", "issue", "problem", "solution",
    "concept", "aspect", "factor", "matter", "thing", "way", "fact", "purpose", "goal", "effort", "ability", "skill",
    "knowledge", "understanding", "experience", "opportunity", "advantage", "disadvantage", "attitude", "mindset",
    "responsibility", "respect", "confidence", "happiness", "sadness", "motivation", "patience", "character",
    "personality", "morality", "culture", "tradition", "identity", "community", "development", "improvement", "change",
    "growth", "impact", "effect", "influence", "result", "outcome", "consequence", "cause", "possibility", "necessity",
    "decision", "choice", "future", "past", "life", "world", "reality", "nature", "kind", "type", "level", "degree",
    "amount", "important", "good", "bad", "better", "best", "great", "beneficial", "helpful", "useful", "necessary",
    "essential", "positive", "negative", "different", "certain", "various", "many", "general", "overall", "possible",
    "able", "easy", "hard", "difficult", "true", "right", "wrong", "fair", "unfair", "nice", "perfect", "interesting",
    "believe", "think", "know", "understand", "realize", "consider", "mean", "seem", "become", "improve", "achieve",
    "affect", "deserve", "allow", "provide", "ensure", "encourage", "develop",
)  # fmt: skip
