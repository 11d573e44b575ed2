'use strict';
// Filters, sorts and switches the theme. Text of the data is only ever compared and shown as text.
(function () {
  var root = document.documentElement;

  // Light or dark: the system's choice until the reader makes one.
  function themes() {
    var button = document.getElementById('theme');
    var dark = window.matchMedia('(prefers-color-scheme: dark)');
    function kept(value) {
      try {
        if (value) { localStorage.setItem('koe-theme', value); }
        return localStorage.getItem('koe-theme');
      } catch (e) { return value; }
    }
    function set(value) {
      if (value === 'light' || value === 'dark') {
        root.dataset.theme = value;
        document.dispatchEvent(new Event('koe-theme'));
      }
    }
    set(kept(null));
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener('click', function () {
      var now = root.dataset.theme || (dark.matches ? 'dark' : 'light');
      var next = now === 'dark' ? 'light' : 'dark';
      kept(next);
      set(next);
    });
  }

  // A click on a head sorts; a second one turns round. Rows without a number stay last.
  function sortable(table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      if (head.className === 'trend' || body.rows.length < 2) { return; }
      head.tabIndex = 0;
      head.setAttribute('aria-sort', 'none');
      function sort() {
        var down = head.getAttribute('aria-sort') !== 'descending';
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (one) {
          if (one.hasAttribute('aria-sort')) { one.setAttribute('aria-sort', 'none'); }
        });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        var isNumber = head.classList.contains('number');
        Array.prototype.slice.call(body.rows).map(function (row, i) {
          var cell = row.cells[column], value = cell.dataset.value;
          return { row: row, i: i, key: isNumber ? (value === undefined ? null : Number(value)) : cell.textContent };
        }).sort(function (a, b) {
          if (a.key === null || b.key === null) { return (a.key === null) - (b.key === null) || a.i - b.i; }
          var order = isNumber ? a.key - b.key : a.key.localeCompare(b.key, root.lang);
          return (down ? -order : order) || a.i - b.i;
        }).forEach(function (one) { body.appendChild(one.row); });
      }
      head.addEventListener('click', sort);
      head.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); sort(); }
      });
    });
  }

  function value(id) {
    var field = document.getElementById(id);
    return field ? field.value : '';
  }

  function fits(own, wanted) {
    return !wanted || own === undefined || own === 'all' || own === wanted;
  }

  // Where a filter leaves nothing of a table or of cards, a line says so.
  function sayNothingFits(list, words) {
    var place = list.closest('.scroll') || list, line = place.nextElementSibling;
    if (!line || !line.classList.contains('nothing')) {
      line = document.createElement('p');
      line.className = 'empty nothing';
      line.textContent = words;
      place.after(line);
    }
    line.hidden = !list.children.length || Array.prototype.some.call(list.children, function (one) {
      return !one.classList.contains('filtered');
    });
  }

  function filters() {
    var form = document.getElementById('filter');
    if (!form) { return; }
    var elements = document.querySelectorAll('tr[data-service], tr[data-platform], [data-topic], details[data-service]');
    if (!elements.length) { return; }
    form.hidden = false;
    var lists = document.querySelectorAll('table[data-sortable] > tbody, .cards');
    function apply() {
      var service = value('filter-service'), platform = value('filter-platform');
      var words = value('filter-topic').normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0, counted = 0;
      elements.forEach(function (element) {
        var data = element.dataset;
        var topic = (data.topic || '').normalize('NFKC').toLowerCase();
        var visible = fits(data.service, service) && fits(data.platform, platform) &&
          (data.topic === undefined || words.every(function (word) { return topic.indexOf(word) >= 0; }));
        element.classList.toggle('filtered', !visible);
        if (data.topic !== undefined) { counted += 1; shown += visible ? 1 : 0; }
      });
      lists.forEach(function (list) { sayNothingFits(list, form.dataset.none); });
      var count = document.getElementById('filter-count');
      count.textContent = service || platform || words.length ? count.dataset.words.replace('{0}', shown).replace('{1}', counted) : '';
      document.dispatchEvent(new CustomEvent('koe-filter', { detail: { service: service, platform: platform, words: words } }));
    }
    form.addEventListener('input', apply);
    form.addEventListener('reset', function () { setTimeout(apply); });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
  }

  // Values of the bubble under the pointer or with the focus.
  function maps() {
    document.querySelectorAll('.map .field').forEach(function (field) {
      var box = field.querySelector('.hover');
      function show(link) {
        box.textContent = link.dataset.hover;
        box.hidden = false;
        var circle = link.querySelector('circle').getBoundingClientRect(), frame = field.getBoundingClientRect();
        var left = circle.right - frame.left + 8;
        if (left + box.offsetWidth > frame.width) { left = circle.left - frame.left - box.offsetWidth - 8; }
        box.style.left = Math.max(0, Math.min(left, frame.width - box.offsetWidth)) + 'px';
        box.style.top = Math.max(0, Math.min(circle.top - frame.top, frame.height - box.offsetHeight)) + 'px';
      }
      field.querySelectorAll('a').forEach(function (link) {
        var title = link.querySelector('title');
        if (title) { title.remove(); }
        link.addEventListener('pointerenter', function () { show(link); });
        link.addEventListener('focus', function () { show(link); });
        link.addEventListener('pointerleave', function () { box.hidden = true; });
        link.addEventListener('blur', function () { box.hidden = true; });
      });
    });
  }

  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
      target.scrollIntoView();
    }
  }

  document.querySelectorAll('details.behind').forEach(function (one) { one.open = false; });
  themes();
  document.querySelectorAll('table[data-sortable]').forEach(sortable);
  filters();
  maps();
  open();
  window.addEventListener('hashchange', open);
  // On paper the values stand below their chart, but for the long ones: those are for a spreadsheet.
  var longest = 30, opened = [];
  window.addEventListener('beforeprint', function () {
    opened = Array.prototype.filter.call(document.querySelectorAll('details.behind'), function (one) {
      return !one.open && one.querySelectorAll('tbody tr').length <= longest;
    });
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (one) { one.open = false; });
  });
})();
