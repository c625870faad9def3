// Small comforts. Everything works without them: they only save a click or a keystroke.
import { copyText } from "./copy.js";
import { savePicture } from "./picture.js";
import { watchDrawers } from "./drawers.js";
import { watchInserts } from "./inserts.js";
import { watchLive } from "./live.js";

document.documentElement.classList.add("scripted");

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-copy], [data-print], [data-picture]");
  if (!target) {
    return;
  }

  if ("copy" in target.dataset) {
    copyText(target);
  } else if ("print" in target.dataset) {
    window.print();
  } else {
    savePicture(target);
  }
});

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form && "submitOnChange" in form.dataset) {
    form.requestSubmit();
  }

  const { mostBytes, tooLarge } = event.target.dataset;
  if (mostBytes) {
    const file = event.target.files[0];
    event.target.setCustomValidity(file && file.size > Number(mostBytes) ? tooLarge : "");
    event.target.reportValidity();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }

  const field = document.querySelector(`[data-focus-key="${CSS.escape(event.key)}"]`);
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// A form is sent once: a second click on a slow line would send it twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.target.method === "post" && button) {
    setTimeout(() => { button.disabled = button.dataset.sent = true; });
  }
});

window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[data-sent]")) {
    button.disabled = false;
  }
});

watchDrawers();
watchInserts();
watchLive();
