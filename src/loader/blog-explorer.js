// Defines <blog-explorer> and, when one nears the viewport, fetches the app that fills it.
// The names below are written in when the app is built (see stamp.mjs).
const GLUE = "__GLUE__";
const WASM = "__WASM__";
const STYLE = "__STYLE__";

const here = (name) => new URL(name, import.meta.url).href;

/** What the app is told, and what is a property too. `lang` and `title` are properties of every element. */
const told = ["sitemap", "view", "views", "q", "filters", "theme", "lang", "state", "title", "open"];
const properties = [...told.filter((name) => name !== "lang" && name !== "title"), "density", "loading"];

/** A length of ours that is a number of pixels wherever it is used: the reader's text size, whatever the host makes of its root's. */
try {
  CSS.registerProperty({ name: "--blog-explorer-rem", syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // It is registered already, or cannot be: then it is an em, which is nearly right.
}

/** The app, fetched once for all elements of a page; tried anew after a failure. */
let app;
const load = () =>
  (app ??= (async () => {
    const wasm = fetch(here(WASM)); // beside the glue, not after it
    wasm.catch(() => {}); // told below, where it is waited for
    const glue = await import(here(GLUE));
    await glue.default({ module_or_path: wasm });
    return glue;
  })().catch((error) => {
    app = undefined;
    throw error;
  }));

class BlogExplorer extends HTMLElement {
  static observedAttributes = told;

  /** Resolves when the style sheet is there: nothing is shown unstyled. */
  #styled;
  #mounted;
  #turn = 0;
  #near;

  connectedCallback() {
    // What was set before the element was defined hides the property: set it again.
    for (const name of [...properties, "compact"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#mounted || this.#near) return; // it was only moved
    if (this.loading === "eager") {
      this.#start();
      return;
    }
    this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), {
      rootMargin: "600px",
    });
    this.#near.observe(this);
  }

  // What is moved in the document leaves it for a moment. It keeps all it shows.
  connectedMoveCallback() {}

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#turn || !this.isConnected) return;
    if (name === "state") {
      this.#stop();
      this.#start();
    } else this.#mounted?.set(name, after ?? "");
  }

  /** Shows a view: `timeline`, `series` or `gallery`. */
  show(view) {
    this.#tell("view", view);
  }

  /** Searches for words; an empty text lifts the search. */
  search(words) {
    this.#tell("q", words);
  }

  /** Reads the sitemap again. */
  refresh() {
    this.#mounted?.refresh();
  }

  #tell(name, value) {
    if (this.#mounted) this.#mounted.set(name, `${value}`);
    else this[name] = value;
  }

  #stop() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.#turn += 1;
    this.#mounted?.free();
    this.#mounted = undefined;
    this.shadowRoot?.querySelector("[part=root]")?.remove();
    this.#slot(true);
  }

  // What the page put inside the element shows until the app is there, and again if it cannot be.
  #slot(shown) {
    const slot = this.shadowRoot?.querySelector("slot");
    if (slot) slot.hidden = !shown;
  }

  #send(name, detail, cancelable) {
    return this.dispatchEvent(new CustomEvent(`blog-explorer-${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  async #start() {
    this.#near?.disconnect();
    this.#near = undefined;
    const turn = (this.#turn += 1);
    try {
      const shadow = this.shadowRoot ?? this.#open();
      const root = document.createElement("div");
      root.setAttribute("part", "root");
      root.title = ""; // the element's own title is a heading, not a tooltip
      const [glue] = await Promise.all([load(), this.#styled]);
      if (turn !== this.#turn) return;
      shadow.append(root);
      this.#slot(false);
      const attributes = Object.fromEntries(told.map((name) => [name, this.getAttribute(name) ?? ""]));
      this.#mounted = glue.mount(root, attributes, (...event) => this.#send(...event));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#slot(true);
      this.#send("error", { cause: "not-loaded", source: import.meta.url, message: `${error}` });
    }
  }

  #open() {
    const shadow = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.crossOrigin = "anonymous"; // so that a page that isolates itself may use it from another host
    style.href = here(STYLE);
    this.#styled = new Promise((resolve, reject) => {
      style.onload = resolve;
      style.onerror = () => reject(new Error(`could not load ${style.href}`));
    });
    shadow.append(style, document.createElement("slot"));
    return shadow;
  }
}

for (const name of properties) {
  Object.defineProperty(BlogExplorer.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : value);
    },
  });
}
Object.defineProperty(BlogExplorer.prototype, "compact", {
  configurable: true,
  enumerable: true,
  get() {
    return this.hasAttribute("compact");
  },
  set(value) {
    this.toggleAttribute("compact", Boolean(value));
  },
});

if (!customElements.get("blog-explorer")) customElements.define("blog-explorer", BlogExplorer);
