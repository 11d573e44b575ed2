'use strict';
// Draws the page's charts from the JSON beside them. Text of the data is only ever drawn, never parsed.
(function () {
  var words = JSON.parse(document.getElementById('words').textContent);
  var japanese = words.language === 'ja';
  var number = new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 });
  var darkMode = window.matchMedia('(prefers-color-scheme: dark)');
  var printing = false;
  var chosen = { service: '', platform: '', words: [] };

  function theme() {
    var chosen = document.documentElement.dataset.theme;
    return (chosen ? chosen === 'dark' : darkMode.matches) && !printing
      ? { ink: '#e8ecf2', muted: '#a8b2c1', line: '#313a47', card: '#191f28', worse: '#ff8f84', better: '#6fcb97', soft: '#46566e', target: '#e2b0ff',
          colors: ['#6ea8ff', '#f2a65a', '#6fcb97', '#c79bf0', '#f28ba8', '#9aa5b5'] }
      : { ink: '#1a1f2b', muted: '#565f6e', line: '#dde1e8', card: '#ffffff', worse: '#c0392b', better: '#1d7f4f', soft: '#b9cbe6', target: '#7a2fa0',
          colors: ['#1f5fbf', '#c2600f', '#1d7f4f', '#7d46a8', '#a8325a', '#6b7280'] };
  }

  function axisNumber(value) {
    if (japanese) { return Math.abs(value) >= 10000 ? number.format(value / 10000) + '万' : number.format(value); }
    return Math.abs(value) >= 10000 ? number.format(value / 1000) + 'k' : number.format(value);
  }

  function shown(value, unit) {
    return value === null || value === undefined ? words.none : number.format(value) + unit;
  }

  function tagged(name, isTagged, word) {
    return isTagged ? name + (japanese ? '（' + word + '）' : ' (' + word + ')') : name;
  }

  function provisionalNames(data, word) {
    return data.x.map(function (name, i) { return data.provisional[i] ? name + '\n' + word : name; });
  }

  function tooltip(t, lines) {
    return { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' }, backgroundColor: t.card, borderColor: t.line,
      textStyle: { color: t.ink, fontSize: 12 },
      formatter: function (points) {
        return lines(points[0].dataIndex).join('\n').replace(/[{}|]/g, ' ');
      } };
  }

  function base(t, data, lines) {
    return { animation: false, color: t.colors, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: t.ink },
      grid: { left: 8, right: 12, top: 40, bottom: 8, containLabel: true }, tooltip: tooltip(t, lines) };
  }

  function categories(t, names) {
    return { type: 'category', data: names, axisLabel: { color: t.muted, fontSize: 11, lineHeight: 15, hideOverlap: true, showMaxLabel: true }, axisTick: { show: false },
      axisLine: { lineStyle: { color: t.line } } };
  }

  function values(t, unit) {
    return { type: 'value', name: unit, nameTextStyle: { color: t.muted, fontSize: 11, align: 'right' },
      axisLabel: { color: t.muted, fontSize: 11, formatter: unit === '%' ? undefined : axisNumber }, splitLine: { lineStyle: { color: t.line } } };
  }

  function legend(t, names) {
    return { top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: t.ink, fontSize: 12 }, data: names };
  }

  // With a service chosen, a chart by service shows that one alone.
  function ofService(data) {
    if (!chosen.service || !data.ids || data.ids.indexOf(chosen.service) < 0) { return data; }
    var copy = Object.assign({}, data);
    copy.series = data.series.filter(function (one, i) { return data.ids[i] === chosen.service; });
    return copy;
  }

  function stack(t, whole) {
    var data = ofService(whole);
    var option = base(t, data, function (i) {
      var total = data.series.reduce(function (sum, one) { return sum + (one.values[i] || 0); }, 0);
      return [tagged(data.x[i], data.provisional[i], words.preliminary) + '　' + words.total + ' ' + shown(total, data.unit)]
        .concat(data.series.map(function (one) { return one.name + '　' + shown(one.values[i], data.unit); }));
    });
    option.xAxis = categories(t, provisionalNames(data, words.preliminary));
    option.yAxis = values(t, data.unit);
    option.legend = legend(t, data.series.map(function (one) { return one.name; }));
    option.series = data.series.map(function (one) {
      return { type: 'bar', stack: 'all', name: one.name, barMaxWidth: 34,
        data: one.values.map(function (value, i) {
          return { value: value, itemStyle: data.provisional[i] ? { opacity: 0.55 } : {} };
        }) };
    });
    return option;
  }

  function line(t, data) {
    var option = base(t, data, function (i) {
      return [data.x[i]].concat(data.series.map(function (one) { return one.name + '　' + shown(one.values[i], data.unit); }));
    });
    option.xAxis = categories(t, data.x);
    option.yAxis = values(t, data.unit);
    option.legend = legend(t, data.series.map(function (one) { return one.name; }));
    option.series = [
      { type: 'bar', name: data.series[0].name, data: data.series[0].values, itemStyle: { color: t.soft }, barCategoryGap: '20%' },
      { type: 'line', name: data.series[1].name, data: data.series[1].values, symbol: 'none', lineStyle: { width: 2.5, color: t.colors[0] }, itemStyle: { color: t.colors[0] } }];
    return option;
  }

  var dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2], [12, 4]];

  function lines(t, data) {
    var option = base(t, data, function (i) {
      return [data.x[i]].concat(data.series.map(function (one) { return one.name + '　' + shown(one.values[i], data.unit); }));
    });
    option.xAxis = categories(t, data.x);
    option.yAxis = values(t, data.unit);
    if (data.unit === '%') { option.yAxis.max = 100; }
    option.legend = legend(t, data.series.map(function (one) { return one.name; }));
    option.series = data.series.map(function (one, i) {
      return { type: 'line', name: one.name, data: one.values, symbol: 'circle', symbolSize: 5, lineStyle: { width: 2.5, type: dashes[i % dashes.length] } };
    });
    return option;
  }

  // A round number at or below, so that small changes of a large total can be seen.
  function floorNicely(value, range) {
    var step = Math.pow(10, Math.floor(Math.log(Math.max(range, 1)) / Math.LN10));
    return Math.max(0, Math.floor(value / step) * step);
  }

  function waterfall(t, data) {
    var levels = data.levels, last = data.x.length - 1;
    var seen = levels.slice(1), lowest = Math.min.apply(null, seen), highest = Math.max.apply(null, seen);
    var hidden = [], drawn = [];
    data.x.forEach(function (name, i) {
      var isTotal = i === 0 || i === last;
      var from = isTotal ? 0 : levels[i], to = i === last ? levels[last] : levels[i + 1];
      hidden.push(Math.min(from, to));
      drawn.push({ value: Math.abs(to - from), itemStyle: { color: isTotal ? t.colors[0] : to > from ? t.worse : t.better } });
    });
    var option = base(t, data, function (i) { return [data.x[i] + '　' + data.labels[i] + data.unit]; });
    option.xAxis = categories(t, data.x);
    option.xAxis.axisLabel.interval = 0;
    option.yAxis = values(t, data.unit);
    option.yAxis.axisLabel.formatter = function (value) { return number.format(value); };
    option.yAxis.axisLabel.showMinLabel = false;
    option.yAxis.min = floorNicely(lowest - (highest - lowest) * 0.8, highest - lowest);
    option.series = [
      { type: 'bar', stack: 'all', silent: true, itemStyle: { color: 'transparent' }, data: hidden },
      { type: 'bar', stack: 'all', barMaxWidth: 56, data: drawn,
        label: { show: true, position: 'top', color: t.ink, fontSize: 12, fontWeight: 'bold', formatter: function (point) { return data.labels[point.dataIndex]; } } }];
    return option;
  }

  // The chosen service's bars, and of these the topics looked for.
  function ofTopics(whole) {
    var data = Object.assign({}, whole, (whole.services || {})[chosen.service]);
    var kept = data.x.map(function (name, i) { return i; }).filter(function (i) {
      var name = data.x[i].normalize('NFKC').toLowerCase();
      return chosen.words.every(function (word) { return name.indexOf(word) >= 0; });
    });
    function take(list) { return kept.map(function (i) { return list[i]; }); }
    return Object.assign({}, data, { x: take(data.x), values: take(data.values) });
  }

  function diverging(t, whole, width) {
    var data = ofTopics(whole);
    var option = base(t, data, function (i) { return [data.x[i] + '　' + (data.values[i] > 0 ? '+' : '') + shown(data.values[i], data.unit)]; });
    option.grid.top = 8;
    option.xAxis = values(t, '');
    option.yAxis = categories(t, data.x);
    option.yAxis.inverse = true;
    option.yAxis.axisLine.show = false;
    option.yAxis.axisLabel = { color: t.ink, fontSize: 12, interval: 0, width: width < 420 ? 120 : 190, overflow: 'truncate', ellipsis: '…' };
    option.series = [{ type: 'bar', barMaxWidth: 18,
      data: data.values.map(function (value) {
        return { value: value, itemStyle: { color: value > 0 ? t.worse : t.better }, label: { position: value < 0 ? 'left' : 'right' } };
      }),
      label: { show: true, color: t.ink, fontSize: 12, formatter: function (point) { return (point.value > 0 ? '+' : point.value < 0 ? '−' : '±') + number.format(Math.abs(point.value)); } } }];
    var most = Math.max.apply(null, data.values.map(Math.abs).concat([1]));
    var some = data.values.some(function (value) { return value < 0; });
    option.xAxis.max = Math.ceil(most * 1.25);
    option.xAxis.min = some ? -Math.ceil(most * 1.25) : 0;
    option.xAxis.axisLabel.show = false;
    return option;
  }

  function known(list) {
    return list.filter(function (value) { return value !== null; });
  }

  function band(t, data) {
    var option = base(t, data, function (i) {
      var estimate = data.value[i] === null ? [] : [words.estimate + '　' + shown(data.value[i], data.unit)];
      var range = (data.provisional[i] ? words.bounds : data.range) + '　' + shown(data.low[i], '') + (japanese ? '〜' : '–') + shown(data.high[i], data.unit);
      var target = data.target === undefined ? [] : [words.target + '　' + shown(data.target, data.unit)];
      return [tagged(data.x[i], data.provisional[i], words.open)].concat(estimate, [range], target);
    });
    var all = known(data.low).concat(known(data.high), known(data.value), data.target === undefined ? [] : [data.target]);
    option.xAxis = categories(t, provisionalNames(data, words.open));
    option.yAxis = values(t, data.unit);
    option.yAxis.min = all.length ? Math.max(0, Math.floor((Math.min.apply(null, all) - 4) / 10) * 10) : 0;
    option.yAxis.max = all.length ? Math.min(100, Math.ceil((Math.max.apply(null, all) + 2) / 10) * 10) : 100;
    option.legend = legend(t, known(data.value).length ? [data.range, words.estimate] : [data.range]);
    option.series = [
      { type: 'bar', stack: 'range', silent: true, itemStyle: { color: 'transparent' }, data: data.low },
      { type: 'bar', stack: 'range', name: data.range, barMaxWidth: 30, itemStyle: { color: t.soft },
        data: data.high.map(function (high, i) {
          return { value: high === null || data.low[i] === null ? null : high - data.low[i],
            itemStyle: data.provisional[i] ? { color: 'transparent', borderColor: t.muted, borderType: 'dashed', borderWidth: 1.5 } : {} };
        }) },
      { type: 'line', name: words.estimate, z: 5, symbol: 'circle', symbolSize: 7, lineStyle: { width: 2.5, color: t.colors[0] }, itemStyle: { color: t.colors[0] },
        data: data.value.map(function (value, i) {
          return { value: value, symbol: data.provisional[i] ? 'emptyCircle' : 'circle' };
        }) }];
    if (data.target !== undefined) {
      option.series[1].markLine = { silent: true, symbol: 'none', data: [{ yAxis: data.target }], lineStyle: { color: t.target, type: 'solid', width: 2 },
        label: { position: 'insideStartTop', color: t.target, fontWeight: 'bold', backgroundColor: t.card, padding: [1, 4], borderRadius: 3, formatter: words.target + ' ' + shown(data.target, data.unit) } };
    }
    return option;
  }

  var kinds = { stack: stack, line: line, lines: lines, waterfall: waterfall, diverging: diverging, band: band };
  var charts = [];

  // What a chart has no parts of stays whole under a filter, and says so.
  function draw(chart) {
    var data = chart.data;
    var acts = data.ids ? data.ids.indexOf(chosen.service) >= 0 : data.services && chosen.service in data.services;
    chart.note.hidden = !(chosen.service && !acts || chosen.platform || chosen.words.length && data.kind !== 'diverging');
    chart.plot.setOption(kinds[chart.data.kind](theme(), chart.data, chart.box.clientWidth), true);
  }

  // An A4 page is 703 pixels wide between its margins.
  function redraw() {
    charts.forEach(function (chart) {
      chart.plot.resize(printing ? { width: 700, height: chart.data.kind === 'diverging' ? 270 : 200 } : undefined);
      draw(chart);
    });
  }

  document.querySelectorAll('script[data-chart]').forEach(function (element) {
    var box = document.getElementById(element.dataset.chart), data = JSON.parse(element.textContent);
    box.classList.add('drawn');
    if (data.kind === 'diverging') { box.classList.add('tall'); }
    var note = document.createElement('p');
    note.className = 'note';
    note.textContent = words.whole;
    note.hidden = true;
    box.before(note);
    var chart = { box: box, data: data, note: note, plot: echarts.init(box, null, { renderer: 'canvas', devicePixelRatio: 2 }) };
    charts.push(chart);
    draw(chart);
    new ResizeObserver(function () {
      if (!printing) {
        chart.plot.resize();
        draw(chart);
      }
    }).observe(box);
  });

  darkMode.addEventListener('change', redraw);
  document.addEventListener('koe-theme', redraw);
  document.addEventListener('koe-filter', function (event) {
    chosen = event.detail;
    redraw();
  });
  window.addEventListener('beforeprint', function () {
    printing = true;
    redraw();
  });
  window.addEventListener('afterprint', function () { printing = false; redraw(); });
})();
