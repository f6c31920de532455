"""Static word vectors, distilled once from a sentence encoder."""
