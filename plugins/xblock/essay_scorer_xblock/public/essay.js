"use strict";
/* The page only asks and shows: the server makes all HTML, escaped, and decides what may be seen and done.
   jQuery is the runtime's own; its requests carry the token against forged ones as the runtime sets it. */
var EssayScorerXBlock, EssayScorerXBlockStudio;
(() => {
  const POLL = 2000;  // milliseconds between questions about an essay that is being read
  const IDLE = 1500;  // milliseconds without a key until unfinished text is kept

  const rootOf = (element) => $(element)[0].querySelector(".essay-scorer") ?? $(element)[0];

  function server(runtime, element, words) {
    const send = (handler, settings) => new Promise((resolve, reject) => {
      $.ajax({ url: runtime.handlerUrl(element, handler), type: "POST", dataType: "json", ...settings })
        .done(resolve)
        .fail((answer) => reject(new Error(answer.responseJSON?.error || words.failed)));
    });
    return {
      ask: (handler, data) => send(handler, { data: JSON.stringify(data ?? {}), contentType: "application/json" }),
      form: (handler, data) => send(handler, { data, contentType: false, processData: false }),
    };
  }

  function teller(root) {
    const line = root.querySelector(".es-status");
    return (message, bad) => {
      line.textContent = message;
      line.classList.toggle("es-bad", Boolean(bad));
    };
  }

  /** Marks and notes of every essay in an element: filters, the card, links from feedback to its words. */
  function reading(root) {
    const scopeOf = (element) => element.closest(".es-result, .es-one");
    const essayOf = (scope) => scope?.querySelector(".es-essay");

    function clear(scope) {
      scope.querySelectorAll(".es-on").forEach((element) => element.classList.remove("es-on"));
      scope.querySelector(".es-card")?.setAttribute("hidden", "");
    }

    function show(mark) {
      const scope = scopeOf(mark);
      if (!scope) return;
      clear(scope);
      const { note, m } = mark.dataset;
      scope.querySelectorAll(`.m[data-m="${m}"]`).forEach((piece) => piece.classList.add("es-on"));
      const said = scope.querySelector(`.es-note[data-note="${note}"]`);
      if (!said) return;
      said.classList.add("es-on");
      const list = said.closest(".es-notes");
      if (list.scrollHeight > list.clientHeight + 4) list.scrollTop = said.offsetTop - list.clientHeight / 3;
      const card = scope.querySelector(".es-card");
      const copy = said.cloneNode(true);
      copy.removeAttribute("id");
      copy.querySelector(".es-back")?.remove();
      const body = document.createElement("div");
      body.className = copy.className;
      body.append(...copy.childNodes);
      card.querySelector(".es-card-body").replaceChildren(body);
      card.removeAttribute("hidden");
    }

    function go(scope, number) {
      const mark = essayOf(scope)?.querySelector(`.m[data-m="${CSS.escape(number)}"]`);
      if (!mark) return;
      show(mark);
      mark.querySelector(".ref")?.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
    }

    root.addEventListener("click", (event) => {
      const link = event.target.closest("[data-go]");
      if (link) {
        event.preventDefault();
        go(scopeOf(link), link.dataset.go);
        return;
      }
      if (event.target.closest("[data-close]")) clear(scopeOf(event.target));
      const ref = event.target.closest(".ref");
      if (ref) event.preventDefault();
      const mark = event.target.closest(".es-essay .m");
      if (mark && !mark.closest(`.es-hide-${mark.dataset.kind}`)) show(mark);
      const note = event.target.closest(".es-note");
      if (note) go(scopeOf(note), note.querySelector("[data-go]").dataset.go);
    });
    root.addEventListener("focusin", (event) => {
      if (event.target.matches(".es-essay .ref")) show(event.target.closest(".m"));
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") root.querySelectorAll(".es-result, .es-one").forEach(clear);
    });
    root.addEventListener("change", (event) => {
      if (!event.target.matches(".es-legend input")) return;
      event.target.closest(".es-reading").classList.toggle(`es-hide-${event.target.value}`, !event.target.checked);
    });
  }

  EssayScorerXBlock = function (runtime, element, words) {
    const root = rootOf(element);
    const panel = root.querySelector(".es-panel");
    const { ask, form } = server(runtime, element, words);
    const tell = teller(root);
    let typing = 0;
    let keeping = Promise.resolve();

    /** Do one thing at a time, with the button that asked for it switched off. */
    async function during(button, work) {
      if (button?.disabled) return;
      if (button) button.disabled = true;
      try {
        await work();
      } catch (error) {
        tell(error.message, true);
      } finally {
        if (button) button.disabled = false;
      }
    }

    function count() {
      const box = panel.querySelector("textarea[name=text]");
      if (!box) return;
      const n = box.value.trim() ? box.value.trim().split(/\s+/).length : 0;
      const least = Number(box.dataset.least);
      const said = n < least ? words.least.replace("{least}", least) : n === 1 ? words.word : words.words;
      panel.querySelector(".es-count").textContent = said.replace("{n}", n);
    }

    function put(html) {
      const open = panel.querySelector("textarea[name=text]");
      panel.innerHTML = html;
      const box = panel.querySelector("textarea[name=text]");
      if (open && box && open.dataset.changed) box.value = open.value;
      count();
    }

    function finished() {
      const heading = panel.querySelector(".es-result h3");
      tell(heading ? words.done : words.received);
      heading?.focus({ preventScroll: true });
      (heading ?? panel).scrollIntoView({ block: "start" });
      if (root.querySelector(".es-board")) ask("staff_class").then(board);
    }

    async function wait() {
      await new Promise((resolve) => { setTimeout(resolve, POLL); });
      if (!document.contains(root)) return;
      const answer = await ask("refresh");
      put(answer.html);
      if (answer.waiting) await wait();
      else finished();
    }

    async function handIn(sheet, button) {
      const box = sheet.elements.text;
      const data = new FormData();
      const file = sheet.elements.file.files[0];
      data.append("text", box.value);
      if (file) data.append("file", file);
      clearTimeout(typing);
      await keeping;
      tell(words.reading);
      root.classList.add("es-busy");
      try {
        const answer = await form("submit", data);
        delete box.dataset.changed;
        put(answer.html);
        if (answer.waiting) await wait();
        else {
          finished();
          await ask("refresh");  // writes the class's row again, should another student's have taken its place
        }
      } finally {
        root.classList.remove("es-busy");
        if (document.contains(button)) button.disabled = false;
      }
    }

    function keep(box) {
      const saved = panel.querySelector(".es-saved");
      saved.textContent = words.saving;
      keeping = ask("save_draft", { text: box.value })
        .then(() => { saved.textContent = words.saved; })
        .catch(() => { saved.textContent = words.unsaved; });
    }

    panel.addEventListener("input", (event) => {
      if (event.target.name !== "text") return;
      event.target.dataset.changed = "yes";
      count();
      clearTimeout(typing);
      typing = setTimeout(() => keep(event.target), IDLE);
    });
    panel.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.target.querySelector("[type=submit]");
      during(button, () => handIn(event.target, button));
    });
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("[data-attempt]");
      if (!button) return;
      during(button, async () => {
        put((await ask("show_attempt", { attempt: button.dataset.attempt })).html);
        panel.querySelector(".es-result h3")?.focus();
      });
    });

    const staff = root.querySelector(".es-staff");
    function board(answer) {
      const html = answer.board ?? answer.html;
      if (html) staff.querySelector(".es-board").innerHTML = html;
    }

    function one(html, focus) {
      const place = staff.querySelector(".es-student");
      if (html) place.innerHTML = html;
      if (focus) place.querySelector("h3")?.focus();
    }

    const about = () => {
      const shown = staff.querySelector(".es-one");
      return { student: shown.dataset.student, attempt: shown.dataset.attempt };
    };

    async function change(sheet) {
      const { criterion } = sheet.dataset;
      if (sheet.dataset.form === "override") {
        const { score, reason } = sheet.elements;
        return ask("staff_override", {
          ...about(), criterion, score: Number(score.value), reason: reason.value,
        });
      }
      const sentences = [...sheet.querySelectorAll(".es-sentence")].map((part) => ({
        kind: part.querySelector("select").value,
        message: part.querySelector("textarea").value,
        number: part.dataset.number === "" ? null : Number(part.dataset.number),
      }));
      return ask("staff_feedback", { ...about(), criterion, sentences });
    }

    function sort(header) {
      const table = header.closest("table");
      const headers = [...header.parentElement.children];
      const place = headers.slice(0, headers.indexOf(header)).reduce((sum, cell) => sum + cell.colSpan, 0);
      const rising = header.getAttribute("aria-sort") !== "ascending";
      const value = (row) => row.children[place].dataset.value ?? row.children[place].textContent.trim();
      const compare = (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true });
      headers.forEach((cell) => { if (cell.ariaSort) cell.setAttribute("aria-sort", "none"); });
      header.setAttribute("aria-sort", rising ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows].sort((a, b) => (rising ? compare(a, b) : compare(b, a)));
      table.tBodies[0].append(...rows);
    }

    staff?.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.matches("[data-sort]")) sort(button.closest("th"));
      else if (button.matches("[data-shut]")) {
        const { student } = about();
        staff.querySelector(".es-student").replaceChildren();
        staff.querySelector(`tr[data-student="${CSS.escape(student)}"] [data-open]`)?.focus();
      } else if (button.matches("[data-open]")) {
        const { student } = button.closest("tr").dataset;
        tell(words.loading);
        during(button, async () => { one((await ask("staff_student", { student })).html, true); tell(""); });
      } else if (button.matches("[data-attempt]")) {
        during(button, async () => {
          one((await ask("staff_student", { ...about(), attempt: button.dataset.attempt })).html, true);
        });
      } else if (button.matches("[data-release], [data-release-all]")) {
        const all = button.matches("[data-release-all]");
        const rows = [...staff.querySelectorAll("tr[data-state=ready]")];
        const students = all ? rows.map((row) => row.dataset.student) : [about().student];
        during(button, async () => {
          const answer = await ask("staff_release", { students, released: all || Boolean(button.dataset.release) });
          board(answer);
          if (!all) one(answer.html, true);
          tell(all || button.dataset.release ? words.released : words.changed);
        });
      }
    });
    staff?.addEventListener("submit", (event) => {
      event.preventDefault();
      during(event.target.querySelector("[type=submit]"), async () => {
        const answer = await change(event.target);
        one(answer.html, true);
        board(answer);
        tell(words.changed);
      });
    });
    staff?.addEventListener("input", (event) => {
      if (!event.target.matches("[data-find]")) return;
      const wanted = event.target.value.toLocaleLowerCase();
      staff.querySelectorAll("tr[data-student]").forEach((row) => {
        row.hidden = !row.querySelector("th").textContent.toLocaleLowerCase().includes(wanted);
      });
    });

    reading(root);
    count();
    if (panel.querySelector(".es-waiting")) wait().catch((error) => tell(error.message, true));
  };

  EssayScorerXBlockStudio = function (runtime, element, words) {
    const root = rootOf(element);
    const sheet = root.querySelector("form");
    const { ask } = server(runtime, element, words);
    const tell = teller(root);
    const alert = sheet.querySelector("[role=alert]");
    const notify = (name, data) => runtime.notify?.(name, data);
    const own = sheet.querySelector(".es-own");

    sheet.elements.rubric.addEventListener("change", () => {
      own.hidden = sheet.elements.rubric.value !== "own";
    });
    sheet.querySelector("[data-toml]").addEventListener("change", async (event) => {
      const file = event.target.files[0];
      if (file) sheet.elements.rubric_toml.value = await file.text();
    });
    sheet.querySelector("[data-cancel]").addEventListener("click", () => notify("cancel", {}));
    sheet.addEventListener("submit", async (event) => {
      event.preventDefault();
      const field = sheet.elements;
      alert.hidden = true;
      notify("save", { state: "start" });
      try {
        await ask("studio_save", {
          display_name: field.display_name.value, prompt: field.prompt.value, rubric: field.rubric.value,
          rubric_toml: field.rubric_toml.value, release: field.release.value,
          attempts_allowed: Number(field.attempts_allowed.value), min_words: Number(field.min_words.value),
          weight: Number(field.weight.value), show_scores: field.show_scores.checked,
          show_marks: field.show_marks.checked, show_corrections: field.show_corrections.checked,
        });
        tell(words.settings);
        notify("save", { state: "end" });
      } catch (error) {
        alert.textContent = error.message;
        alert.hidden = false;
        notify("error", { title: "", message: error.message });
      }
    });
  };
})();
