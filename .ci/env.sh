# The project's own tools first, so that nobody's versions are touched.
export PATH="$PWD/.tools/bin:$PWD/.tools/node_modules/.bin:$PATH"
