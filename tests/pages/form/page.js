// Does with the harness's own page what the harness has to see: an event, a notice, claims, a call to the authority.
const event = (name) => {
  const item = document.createElement("li");
  item.dataset.event = name;
  document.querySelector("#events").append(item);
};
const config = await (await fetch("config.json")).json();

document.querySelector("form").addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const username = document.querySelector("[name=username]").value;
  document.querySelector("#claims").textContent = JSON.stringify({ username, issuer: config.issuer });
  event("submitted");
  try {
    const answer = await fetch(`${config.issuer}config.json`, { credentials: "include" });
    document.querySelector("[data-part=notice]").textContent = `${answer.status} ${(await answer.text()).length > 0}`;
  } catch (error) {
    document.querySelector("[data-part=notice]").textContent = error.name;
  }
});
event("shown");
if (location.search === "?violate") document.body.setAttribute("style", "color: red");
