// Everything works without this file; it only spares a reader some steps.
"use strict";

// The error summary takes focus, so that a keyboard or a screen reader starts at what is to be repaired.
const focus = () => document.querySelector("[data-focus]")?.focus();
document.addEventListener("DOMContentLoaded", focus);
document.addEventListener("htmx:afterSettle", focus);

// A form is sent once, however often its button is pressed; the server would answer the second the same way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000);
});

// The browser knows its zone: offered in a field that asks for it, never taken without showing it.
for (const field of document.querySelectorAll("select[data-zone]")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!field.value && [...field.options].some((option) => option.value === here)) {
    field.value = here;
  }
}

// What is found while one types stands below the field: arrows walk through it, Escape puts it away, and so does going elsewhere.
const asking = document.querySelector("[data-found]");
if (asking) {
  const around = asking.closest("search");
  const found = document.getElementById("found");
  const close = () => {
    found.replaceChildren();
    document.getElementById("found-said").replaceChildren();
  };
  // A page that says what went wrong has no room there.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target === found && ![200, 429].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = false;
    }
  });
  around.addEventListener("keydown", (event) => {
    const places = [asking, ...found.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      close();
      asking.focus();
    } else if (step && places.length > 1) {
      event.preventDefault();
      places[(places.indexOf(document.activeElement) + step + places.length) % places.length].focus();
    }
  });
  around.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !around.contains(event.relatedTarget)) {
      close();
    }
  });
  document.addEventListener("click", (event) => {
    if (!around.contains(event.target)) {
      close();
    }
  });
}
