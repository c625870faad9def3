// 怎么算的 opens without script; here one closes the other, Escape, 收起 and a click outside close, and the focus goes back.
export function watchDrawers() {
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("[data-drawer]") && event.target.open) {
      closeAll(event.target);
    }
  }, true);

  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("[data-drawer][open]");
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });

  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-close]")?.closest("[data-drawer]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }

    if (!event.target.closest("[data-drawer]")) {
      closeAll(null);
    }
  });
}

function closeAll(except) {
  for (const drawer of document.querySelectorAll("[data-drawer][open]")) {
    if (drawer !== except) {
      drawer.open = false;
    }
  }
}
