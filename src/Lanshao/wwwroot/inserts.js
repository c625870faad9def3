// A figure that was found goes to where the author was writing last; without a script it goes to the end of the chosen sentence.
export function watchInserts() {
  let last = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) {
      last = event.target;
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (!button || !last || last.form !== button.form) {
      return;
    }

    event.preventDefault();
    last.setRangeText(button.dataset.insert, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    noteOf(last).append(` ${button.dataset.reads}`);
  });
}

// What the figure reads as stands below the sentence at once; the whole sentence is read anew when it is saved or searched for.
function noteOf(area) {
  const note = area.closest(".field").querySelector(".help") ?? area.insertAdjacentElement("afterend", document.createElement("p"));
  note.classList.add("help");
  return note;
}
