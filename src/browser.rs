//! The only room that names the browser: fetch, the address bar, the element, storage. Interprets, decides and lays out nothing.
