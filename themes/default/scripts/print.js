// Buttons that print. The document listens, so that a button works whenever it came.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
