// The page that writes the lines an owner puts into their own page, with what they make shown beside them.

/** Attributes that are written where they differ from what an element does by itself. */
const attributes = ["view", "views", "theme", "title", "open", "density", "state"];

const form = document.querySelector("#choices");
const snippet = document.querySelector("#snippet");
const preview = document.querySelector("#preview");
const demo = new URL("demo/sitemap.xml", import.meta.url).href;

/** What is chosen, as the element's attributes. */
function chosen() {
  const data = new FormData(form);
  const views = data.getAll("views");
  const all = form.querySelectorAll("[name=views]").length;
  const given = { ...Object.fromEntries(data), views: views.length === all ? "" : views.join(" ") };
  const told = attributes.map((name) => [name, given[name]?.trim() ?? ""]).filter(([, value]) => value);
  if (data.has("compact")) told.push(["compact", ""]);
  return { way: given.way, sitemap: given.sitemap.trim(), folder: given.folder.trim().replace(/\/*$/, "/"), told };
}

const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const written = ([name, value]) => (value ? `${name}="${quoted(value)}"` : name);

/** The lines for an element. */
function elementLines({ sitemap, folder, told }) {
  const pairs = [["sitemap", sitemap], ...told].map(written).join(" ");
  return [
    `<script type="module" src="${quoted(`${folder}blog-explorer.js`)}"></script>`,
    `<blog-explorer ${pairs}><a href="${quoted(sitemap)}">All posts</a></blog-explorer>`,
  ].join("\n");
}

/** The address of a frame. */
function frameAddress({ folder, told }, sitemap) {
  const query = new URLSearchParams([["sitemap", sitemap], ...told.filter(([name]) => name !== "state")]);
  return `${folder}embed.html?${query}`;
}

/** The lines for a frame. */
function frameLines(choice) {
  const { sitemap, folder } = choice;
  const address = URL.canParse(sitemap, folder) ? new URL(sitemap, folder).href : sitemap;
  return `<iframe\n  src="${quoted(frameAddress(choice, address))}"\n  title="The archive"\n  style="width: 100%; height: 80vh; border: 0"\n  loading="lazy"\n></iframe>`;
}

/** An address on the owner's own site cannot be looked at from here: the demo stands in for it. */
function shownSitemap(sitemap) {
  const own = /^https?:\/\//.test(sitemap);
  document.querySelector("#whose").textContent = own ? "" : "With the demo blog: write the whole address of your sitemap to see your own.";
  return own ? sitemap : demo;
}

/** Makes the preview what is chosen, changing no more of it than that. */
function show(choice) {
  const sitemap = shownSitemap(choice.sitemap);
  if (choice.way === "frame") {
    const address = frameAddress({ ...choice, folder: new URL(".", import.meta.url).href }, sitemap);
    const frame = preview.querySelector("iframe") ?? Object.assign(document.createElement("iframe"), { title: "Preview" });
    if (frame.src !== address) frame.src = address;
    if (!frame.isConnected) preview.replaceChildren(frame);
    return;
  }
  const element = preview.querySelector("blog-explorer") ?? document.createElement("blog-explorer");
  const wanted = new Map([["sitemap", sitemap], ...choice.told]);
  wanted.delete("state"); // the address of this page is not the preview's
  for (const name of ["sitemap", ...attributes, "compact"]) {
    const value = wanted.get(name);
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (!element.isConnected) preview.replaceChildren(element);
}

function update() {
  const choice = chosen();
  snippet.textContent = choice.way === "frame" ? frameLines(choice) : elementLines(choice);
  document.querySelector("#copied").textContent = "";
  form.elements.state.disabled = choice.way === "frame";
  show(choice);
}

/** Copies, or at least selects what is to be copied. */
async function copy() {
  const said = document.querySelector("#copied");
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    said.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(snippet);
    said.textContent = "Selected: copy it with the keyboard.";
  }
}

form.elements.folder.value = new URL(".", import.meta.url).href;
const asked = new URLSearchParams(location.search).get("sitemap");
if (asked) form.elements.sitemap.value = asked;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#copy").addEventListener("click", copy);
update();
