// Shows a new message as soon as there is one, and turns times into the reader's own.

const list = document.querySelector('[data-part="messages"]');
const newest = list?.dataset.newest ?? "";

for (const time of document.querySelectorAll("time[data-at]")) {
  time.textContent = new Date(Number(time.dataset.at) * 1000).toLocaleTimeString();
}

setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch("/dev/outbox.json", { headers: { accept: "application/json" } });
    const messages = await answer.json();
    if (String(messages[0]?.id ?? "") !== newest) location.reload();
  } catch {
    // The server is restarting; the next look will tell.
  }
}, 2000);
