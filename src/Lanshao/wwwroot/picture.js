// Saves a table as PNG by drawing its cells where the browser has laid them out: what is sent to the group is what the page shows.
const SCALE = 2;

// What browsers and messengers still take: a longer table is drawn smaller, not cut off.
const MOST = 16000;
const EDGE = 24;
const HEAD = 40;
const FOOT = 12;
const LINE = 20;

export function savePicture(button) {
  const figure = button.closest("figure");
  const table = figure.querySelector("table");
  const frame = figure.querySelector(".table-frame");
  const notes = [...figure.querySelectorAll(".table-below:not(.table-hint)")].filter((p) => p.offsetParent).map((p) => p.textContent);
  const above = [figure.querySelector(".table-above")?.textContent, figure.querySelector(".table-unit")?.textContent].filter(Boolean).join("　");
  const shown = frame.scrollTop;
  const shownLeft = frame.scrollLeft;
  frame.scrollTo(0, 0);
  const box = table.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const sans = getComputedStyle(document.body).fontFamily;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const below = notes.flatMap((note) => fold(pen, note, `12px ${sans}`, box.width));
  const width = box.width + 2 * EDGE;
  const height = box.height + 2 * EDGE + HEAD + (above ? LINE : 0) + FOOT + LINE * below.length;
  const scale = Math.min(SCALE, MOST / height, MOST / width);
  canvas.width = width * scale;
  canvas.height = height * scale;
  pen.scale(scale, scale);
  pen.fillStyle = colour("--paper");
  pen.fillRect(0, 0, width, height);

  write(pen, button.dataset.picture, width / 2, EDGE + 18, `600 18px ${sans}`, colour("--ink"), "center");
  if (button.dataset.sample) {
    write(pen, button.dataset.sample, width - EDGE, EDGE + 14, `12px ${sans}`, colour("--risk"), "right");
  }

  let top = EDGE + HEAD;
  if (above) {
    write(pen, above, width - EDGE, top + 4, `12px ${sans}`, colour("--ink-2"), "right");
    top += LINE;
  }

  drawCells(pen, table, EDGE - box.left, top - box.top, colour);
  rule(pen, EDGE, top, box.width, 2, colour("--ink"));
  rule(pen, EDGE, top + box.height, box.width, 2, colour("--ink"));
  below.forEach((line, at) => write(pen, line, EDGE, top + box.height + FOOT + LINE * (at + 0.7), `12px ${sans}`, colour("--ink-2"), "left"));
  frame.scrollTo(shownLeft, shown);
  canvas.toBlob((blob) => download(blob, `${button.dataset.picture}.png`));
}

function drawCells(pen, table, dx, dy, colour) {
  for (const cell of table.querySelectorAll("th, td")) {
    const box = cell.getBoundingClientRect();
    if (box.width === 0) {
      continue;
    }

    const style = getComputedStyle(cell);
    if (cell.closest("tr.section")) {
      pen.fillStyle = colour("--ground");
      pen.fillRect(box.left + dx, box.top + dy, box.width, box.height);
    }

    rule(pen, box.left + dx, box.bottom + dy, box.width, 1, style.borderBottomColor);
    if (style.borderTopWidth !== "0px") {
      rule(pen, box.left + dx, box.top + dy, box.width, 1, style.borderTopColor);
    }

    for (const run of runs(cell)) {
      write(pen, run.text, run.left + dx, run.baseline + dy, run.font, run.colour, "left");
    }
  }
}

// Every visible line of text in the cell, with its place: asked of the browser at once where the text stands on one line, else character by character.
function runs(cell) {
  const found = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest(".drawer, .reason-text, .unseen, .sort-mark") || !node.data.trim()) {
      continue;
    }

    const style = getComputedStyle(parent);
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const whole = document.createRange();
    whole.selectNodeContents(node);
    const boxes = whole.getClientRects();
    if (boxes.length === 1 && boxes[0].width > 0) {
      found.push({ text: node.data.trim().replace(/\s+/g, " "), left: boxes[0].left, top: boxes[0].top, baseline: boxes[0].bottom - boxes[0].height * 0.22, font, colour: style.color });
      continue;
    }

    let line = null;
    let at = 0;
    for (const character of node.data) {
      const range = document.createRange();
      range.setStart(node, at);
      at += character.length;
      range.setEnd(node, at);
      const box = range.getBoundingClientRect();
      if (box.width === 0) {
        continue;
      }

      if (!line || Math.abs(box.top - line.top) > 2) {
        line = { text: "", left: box.left, top: box.top, baseline: box.bottom - box.height * 0.22, font, colour: style.color };
        found.push(line);
      }

      line.text += character;
    }
  }

  return found;
}

// Breaks a note where the table ends: Chinese may break after any character.
function fold(pen, text, font, width) {
  pen.font = font;
  const lines = [""];
  for (const character of text) {
    if (pen.measureText(lines.at(-1) + character).width > width) {
      lines.push("");
    }

    lines[lines.length - 1] += character;
  }

  return lines;
}

function write(pen, text, x, y, font, colour, align) {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
  pen.fillText(text, x, y);
}

function rule(pen, x, y, width, thickness, colour) {
  pen.fillStyle = colour;
  pen.fillRect(x, y - thickness / 2, width, thickness);
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
