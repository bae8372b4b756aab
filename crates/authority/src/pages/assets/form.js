// Comforts of the login pages; every form works without this file.

for (const toggle of document.querySelectorAll('[data-part="toggle-password"]')) {
  const input = document.getElementById(toggle.getAttribute("aria-controls"));
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    toggle.setAttribute("aria-pressed", String(show));
  });
}

// One click, one request: the second is dropped while the first is under way.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (form.dataset.state === "busy") {
      event.preventDefault();
      return;
    }
    form.dataset.state = "busy";
    if (button?.dataset.busy) {
      button.setAttribute("aria-disabled", "true");
      button.textContent = button.dataset.busy;
    }
  });
}

// The Back button brings the page back as it was left; it must be usable again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
