"use strict";
(() => {
  const essay = document.getElementById("essay");
  const card = document.getElementById("card");
  if (!essay || !card) return;
  const root = document.documentElement;
  const columns = essay.parentElement;
  const body = card.querySelector(".body");
  const notes = [...document.querySelectorAll(".note")];
  const boxes = [...document.querySelectorAll(".legend input")];
  const noteOf = (mark) => document.getElementById(`n${mark.dataset.note}`);
  const wide = matchMedia("(min-width: 66rem)");
  const GAP = 14;
  const FAR = 90;  // pixels that a note of lower rank may stand below its words
  const MOST = 4;  // notes in the card
  const PAUSE = 140;  // milliseconds that the pointer rests before a note opens
  let pinned = false;
  let waiting = 0;

  root.classList.add("js");
  document.querySelectorAll(".switch").forEach((part) => { part.hidden = false; });

  const pieces = (number) => essay.querySelectorAll(`.m[data-m="${number}"]`);
  const isOff = (element) => boxes.some((box) => !box.checked && box.value === element.dataset.kind);

  /** Marks around an element, the innermost first. */
  function around(element) {
    const found = [];
    for (let mark = element.closest?.(".m"); mark; mark = mark.parentElement.closest(".m")) {
      if (!isOff(mark)) found.push(mark);
    }
    return found;
  }

  function paragraph(note) {
    const made = document.createElement("p");
    made.className = note.classList.item(1);
    for (const part of [note.querySelector("b"), " ", note.querySelector(".said")]) {
      made.append(part.cloneNode ? part.cloneNode(true) : part);
    }
    return made;
  }

  function clear() {
    pinned = false;
    card.hidden = true;
    clearTimeout(waiting);
    for (const element of document.querySelectorAll(".on, .lit, .covered")) {
      element.classList.remove("on", "lit", "covered");
    }
  }

  /** Light up the first mark and show the notes of all of them, beside the words or at the foot of the screen. */
  function show(marks, pin) {
    clear();
    if (!marks.length) return;
    pinned = pin;
    const said = [...new Set(marks.map(noteOf))].slice(0, MOST);
    pieces(marks[0].dataset.m).forEach((piece) => piece.classList.add("on"));
    body.replaceChildren(...said.map(paragraph));
    card.hidden = false;
    const words = marks[0].getClientRects()[0] ?? marks[0].getBoundingClientRect();
    const seen = words.top >= 0 && words.bottom <= innerHeight;
    const lowest = innerHeight - card.offsetHeight - 12;
    if (wide.matches) {
      const top = seen ? Math.min(words.top, Math.max(lowest, 12)) : words.top;
      card.style.top = `${Math.max(0, top - columns.getBoundingClientRect().top)}px`;
      const over = card.getBoundingClientRect();
      for (const note of document.querySelectorAll(".note.placed")) {
        const under = note.getBoundingClientRect();
        note.classList.toggle("covered", under.bottom > over.top - 6 && under.top < over.bottom + 6);
      }
    } else {
      card.style.top = "";
      if (seen && words.bottom > lowest) scrollBy({ top: words.bottom - lowest + 24 });
    }
  }

  /** The first free place at or below the wish, or null where the nearest is too far. */
  function slot(taken, wish, height, far) {
    let top = wish;
    for (const [from, to] of taken) {
      if (top < to + GAP && top + height + GAP > from) top = to + GAP;
    }
    return top - wish > far ? null : top;
  }

  /** Put notes beside their words on wide screens: all of rank 0, others where there is room. */
  function layout() {
    notes.forEach((note) => note.classList.remove("placed"));
    columns.style.minHeight = "";
    if (!wide.matches) return;
    const zero = columns.getBoundingClientRect().top;
    const wanted = notes.filter((note) => Number(note.dataset.rank) < 9 && !isOff(note));
    wanted.forEach((note) => note.classList.add("placed"));
    const measured = wanted.map((note) => {
      const words = pieces(note.dataset.m)[0]?.getClientRects()[0];
      return { note, wish: words ? words.top - zero : 0, height: note.offsetHeight, rank: Number(note.dataset.rank) };
    });
    measured.sort((a, b) => a.rank - b.rank || a.wish - b.wish);
    const taken = [];
    for (const { note, wish, height, rank } of measured) {
      const top = slot(taken, wish, height, rank ? FAR : Infinity);
      if (top === null) {
        note.classList.remove("placed");
        continue;
      }
      note.style.top = `${top}px`;
      taken.push([top, top + height]);
      taken.sort((a, b) => a[0] - b[0]);
    }
    columns.style.minHeight = `${Math.max(0, ...taken.map(([, to]) => to))}px`;
  }

  essay.addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType !== "mouse") return;
    clearTimeout(waiting);
    waiting = setTimeout(() => show(around(event.target), false), PAUSE);
  });
  essay.addEventListener("pointerleave", () => { if (!pinned) clear(); });
  essay.addEventListener("focusin", (event) => { if (event.target.matches(".ref")) show(around(event.target), true); });
  essay.addEventListener("focusout", () => clear());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    if (link) return;
    if (card.contains(event.target)) {
      if (event.target.closest("button")) clear();
      return;
    }
    const note = event.target.closest(".note.placed");
    const marks = note ? [...pieces(note.dataset.m)].slice(0, 1) : around(event.target);
    if (event.target.closest(".ref")) event.preventDefault();
    if (String(getSelection())) return;
    show(marks, true);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  notes.forEach((note) => {
    const light = (on) => {
      const places = essay.querySelectorAll(`.m[data-note="${note.id.slice(1)}"]`);
      places.forEach((piece) => piece.classList.toggle("on", on));
    };
    note.addEventListener("pointerenter", () => { if (!pinned) { note.classList.add("lit"); light(true); } });
    note.addEventListener("pointerleave", () => { if (!pinned) { note.classList.remove("lit"); light(false); } });
  });

  /** A link from the feedback: the browser jumps, the note opens, and the keyboard goes on from there. */
  document.querySelectorAll("[data-go]").forEach((link) => link.addEventListener("click", () => {
    const mark = document.getElementById(`m${link.dataset.go}`);
    if (!mark) return;
    requestAnimationFrame(() => {
      mark.querySelector(".ref").focus({ preventScroll: true });
      show([mark], true);
    });
  }));

  document.querySelectorAll("[data-all]").forEach((button) => button.addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = Boolean(button.dataset.all); });
    clear();
    layout();
  }));
  boxes.forEach((box) => box.addEventListener("change", () => { clear(); layout(); }));
  addEventListener("resize", layout);
  document.fonts?.ready.then(layout);
  layout();
})();
