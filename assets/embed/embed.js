// The page that goes into other people's frames: one element, set up by the page's query, whose height is told to the page around it.

/** What the query may set of the element. Views and filters the element reads from the query itself, as `state="query"` says. */
const settings = ["sitemap", "views", "theme", "lang", "density", "title", "open"];

const query = new URLSearchParams(location.search);

/** Makes the element that the query asks for. */
function explorer() {
  const element = document.createElement("blog-explorer");
  element.setAttribute("state", "query");
  element.setAttribute("loading", "eager");
  for (const name of settings) if (query.has(name)) element.setAttribute(name, query.get(name));
  if (query.has("compact") && !["0", "false"].includes(query.get("compact"))) element.toggleAttribute("compact", true);
  return element;
}

/** The origin of the page around this one: as the query names it, else as the browser does. A page that says neither is told nothing. */
function around() {
  for (const address of [query.get("origin"), document.referrer]) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (/^https?:$/.test(url?.protocol)) return url.origin;
  }
}

/** Tells the page around this one how high `element` is, now and whenever that changes. */
function tellHeight(element) {
  const origin = around();
  if (parent === window || !origin) return;
  let told;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "blog-explorer:height", height }, origin);
  }).observe(element);
}

const element = explorer();
const main = document.querySelector("main");
element.append(...main.childNodes);
main.append(element);
tellHeight(element);
