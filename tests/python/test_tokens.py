"""Tokens, lemmas and trees."""

import copy
import pickle

import pytest

import notaverbale as nv
from conftest import HARD, PERU


def test_tokens_of_a_sentence():
    tokens = nv.analyze("Peru's envoy thanked her hosts.").tokens
    assert [token.text for token in tokens] == ["Peru", "'s", "envoy", "thanked", "her", "hosts", "."]
    assert [token.lemma for token in tokens][3:6] == ["thank", "her", "host"]
    thanked = tokens[3]
    assert (thanked.upos, thanked.xpos, thanked.head, thanked.deprel) == ("VERB", "VBD", None, "root")
    assert (tokens[2].head, tokens[2].deprel) == (3, "nsubj")


def test_heads_count_in_the_document():
    tokens = nv.analyze("Peru thanked Chile. Chile agreed.").tokens
    assert [token.sentence for token in tokens] == [0, 0, 0, 0, 1, 1, 1]
    assert tokens[tokens[4].head].text == "agreed"


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", PERU, HARD, HARD * 50, "\0", "“"])
def test_any_text_has_its_tokens(text):
    document = nv.analyze(text)
    tokens = document.tokens
    end = 0
    for token in tokens:
        assert text[token.start_char : token.end_char] == token.text
        assert text[end : token.start_char].strip(" \t\r\n") == text[end : token.start_char].strip()
        assert end <= token.start_char < token.end_char
        end = token.end_char
        assert token.head is None or tokens[token.head].sentence == token.sentence
    roots = [token.sentence for token in tokens if token.head is None]
    assert roots == list(range(len(document.sentences)))
    assert tokens == nv.analyze(text).tokens


def test_tokens_pickle_copy_and_hash():
    token = nv.analyze(PERU).tokens[0]
    assert pickle.loads(pickle.dumps(token)) == token == copy.deepcopy(token)
    assert len({token, copy.copy(token)}) == 1
    assert repr(token) == "Token(0, 4, 'Peru', PROPN, lemma='Peru', head=1, nsubj)"


def test_asking_for_tokens_changes_no_document():
    asked, other = nv.analyze(PERU), nv.analyze(PERU)
    assert asked.tokens
    assert asked == other
    assert pickle.loads(pickle.dumps(asked)).tokens == asked.tokens


def test_conllu():
    rows = [line.split("\t") for line in nv.analyze(PERU, id="a").to_conllu().splitlines() if "\t" in line]
    assert [row[1] for row in rows] == [token.text for token in nv.analyze(PERU).tokens]
    assert all(len(row) == 10 for row in rows)
