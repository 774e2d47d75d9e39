/* Draws the charts of the page with Apache ECharts. All words and labels come with the data; colours are the style sheet's. */
(() => {
  'use strict';

  const lang = document.documentElement.lang;
  const font = getComputedStyle(document.body).fontFamily;
  const color = name => `var(--${name})`;
  const axisNumber = unit =>
    new Intl.NumberFormat(lang, unit === 'percent'
      ? { style: 'percent', maximumFractionDigits: 0 }
      : { notation: 'compact', maximumFractionDigits: 1 });
  const minus = text => text.replace('-', '\u2212');
  const percent = axisNumber('percent');

  const label = extra => ({ color: color('muted'), fontSize: 12, fontFamily: font, ...extra });
  const grid = extra => ({ left: 8, right: 24, top: 24, bottom: 8, containLabel: true, ...extra });
  const line = name => ({ show: true, lineStyle: { color: color(name), width: 1 } });
  const noTicks = { axisTick: { show: false } };
  const valueAxis = (unit, extra) => ({
    type: 'value', axisLine: { show: false }, ...noTicks, splitLine: line('grid'), splitNumber: 4,
    axisLabel: label({ hideOverlap: true, formatter: value => minus(axisNumber(unit).format(value)) }), ...extra,
  });
  const categoryAxis = (data, extra) => ({
    type: 'category', data, axisLine: line('axis'), ...noTicks, axisLabel: label({ hideOverlap: true }), ...extra,
  });
  const tooltip = extra => ({
    renderMode: 'richText', confine: true, backgroundColor: color('surface'), borderColor: color('axis'), borderWidth: 1,
    padding: [8, 12], textStyle: { color: color('ink'), fontSize: 13, fontFamily: font }, ...extra,
  });
  const still = { animation: false, emphasis: { disabled: true } };
  /* Names take up to a third of the picture and three lines; what is longer is cut, and whole in the table below. */
  const names = (box, most) => {
    const width = Math.min(most, box.clientWidth * 0.34);
    const letters = Math.floor(width / 7 * 2.5);
    return {
      interval: 0, color: color('ink'), lineHeight: 14, overflow: 'break', width,
      formatter: text => text.length > letters ? text.slice(0, letters - 1) + '\u2026' : text,
    };
  };
  const roomFor = texts => 20 + 7.5 * Math.max(...texts.map(text => text.length));

  /* A thin line from low to high through each point, with ends. */
  const whiskers = (data, vertical) => ({
    type: 'custom', ...still, silent: true, z: 5, data,
    encode: vertical ? { x: 0, y: [1, 2] } : { y: 0, x: [1, 2] },
    renderItem: (params, api) => {
      const ends = [1, 2].map(i => vertical ? api.coord([api.value(0), api.value(i)]) : api.coord([api.value(i), api.value(0)]));
      const cap = vertical ? [5, 0] : [0, 5];
      const stroke = (from, to) => ({
        type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: color('whisker'), lineWidth: 1.5 },
      });
      const ended = end => stroke([end[0] - cap[0], end[1] - cap[1]], [end[0] + cap[0], end[1] + cap[1]]);
      return { type: 'group', children: [stroke(ends[0], ends[1]), ended(ends[0]), ended(ends[1])] };
    },
  });
  /* The area between the limits of a curve that falls in steps; each step holds until the next, the last until the end. */
  const band = (points, end) => ({
    type: 'custom', ...still, silent: true, data: [0], clip: true,
    renderItem: (params, api) => {
      const edge = limit => points.flatMap((point, i) =>
        [[point.at, point[limit]], [i + 1 < points.length ? points[i + 1].at : end, point[limit]]].map(corner => api.coord(corner)));
      return {
        type: 'polygon', shape: { points: [...edge('high'), ...edge('low').reverse()] }, style: { fill: color('accent'), opacity: 0.2 },
      };
    },
  });
  /* The area between the limits of a line; where there are none, the area is cut. */
  const range = ([series, stroke]) => ({
    type: 'custom', ...still, silent: true, data: [0], clip: true,
    renderItem: (params, api) => {
      const runs = series.low.reduce((all, low, i) => {
        if (low === null) return [...all, []];
        all[all.length - 1].push(i);
        return all;
      }, [[]]);
      const edge = (run, limits) => run.map(i => api.coord([i, limits[i]]));
      return {
        type: 'group',
        children: runs.filter(run => run.length > 1).map(run => ({
          type: 'polygon', shape: { points: [...edge(run, series.high), ...edge(run, series.low).reverse()] }, style: { fill: color(stroke), opacity: 0.2 },
        })),
      };
    },
  });
  const intervals = (items, vertical) =>
    whiskers(items.flatMap((item, i) => item.low === undefined ? [] : [[i, item.low, item.high]]), vertical);

  const kinds = {
    survival: data => {
      const { at: last, value: final } = data.points[data.points.length - 1];
      const step = last > 72 ? 24 : last > 30 ? 12 : last > 15 ? 6 : 3;
      const curve = extra => ({ type: 'line', step: 'end', symbol: 'none', ...still, ...extra });
      const at = value => point => [point.at, value(point)];
      const known = data.points.filter(point => point.low !== undefined);
      return {
        grid: grid({ bottom: 30 }),
        xAxis: {
          type: 'value', min: 0, max: last, interval: step, axisLine: line('axis'), ...noTicks, splitLine: { show: false },
          axisLabel: label({ showMaxLabel: last % step === 0 }),
          name: data.axis, nameLocation: 'middle', nameGap: 28, nameTextStyle: label(),
        },
        yAxis: valueAxis('percent', { min: 0, max: 1, interval: 0.25 }),
        tooltip: tooltip({
          trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: color('axis') }, label: { show: false } },
          formatter: params => data.points[params.find(param => param.seriesType === 'line').dataIndex].tip,
        }),
        series: [
          band(known, last),
          curve({
            data: data.points.map(at(point => point.value)), lineStyle: { color: color('accent'), width: 2.5 },
            markLine: {
              silent: true, symbol: 'none', lineStyle: { color: color('axis'), type: [4, 4], width: 1 },
              data: [
                // on the side of the line on which the curve is not
                { yAxis: 0.5, label: label({ formatter: data.half, position: final < 0.5 ? 'insideEndTop' : 'insideEndBottom', distance: [6, 4] }) },
                ...data.marks.filter(mark => mark < last).map(mark => ({ xAxis: mark, label: { show: false } })),
              ],
            },
          }),
        ],
      };
    },

    cohorts: (data, box) => {
      const cell = (box.clientWidth - 130) / data.columns;
      // credit notes may outweigh what is charged: less than nothing is as pale as nothing
      const tone = share => Math.max(0, Math.min(7, Math.floor(share * 8)));
      return {
        grid: grid({ top: 8, bottom: 32, right: 8 }),
        title: { text: data.axis, left: 8, bottom: 6, padding: 0, textStyle: label({ fontWeight: 400 }) },
        xAxis: categoryAxis([...Array(data.columns).keys()], { axisLine: { show: false } }),
        yAxis: categoryAxis(data.rows.map(row => `${row.label}  (${row.size})`), {
          inverse: true, axisLine: { show: false }, axisLabel: label({ interval: 0 }),
        }),
        tooltip: tooltip({ formatter: param => `${data.rows[param.value[1]].label}, +${param.value[0]}: ${param.data.tip}` }),
        series: [{
          type: 'heatmap', ...still,
          label: { show: cell >= 24, fontSize: cell >= 34 ? 12 : 10, fontFamily: font, formatter: param => Math.round(100 * param.value[2]) },
          data: data.rows.flatMap((row, y) => row.shares.flatMap((share, x) => share === null ? [] : [{
            value: [x, y, share], tip: row.tips[x],
            itemStyle: { color: color(`heat-${tone(share)}`), borderColor: color('surface'), borderWidth: 1.5, borderRadius: 3 },
            label: { color: color(tone(share) > 4 ? 'heat-ink-strong' : 'heat-ink') },
          }])),
        }],
      };
    },

    /* Totals are bars from zero, between which the movements hang; a movement too small to see is a thin line. */
    bridge: (data, box) => {
      let reached = 0;
      const steps = data.steps.map(step => {
        const from = step.total ? 0 : reached;
        reached = step.total ? step.amount : reached + step.amount;
        return { ...step, reached, low: Math.min(from, reached), high: Math.max(from, reached) };
      });
      const least = Math.min(...steps.map(step => step.low));
      const most = Math.max(...steps.map(step => step.high));
      const span = most - least || most || 1;
      const sideways = box.clientWidth < 560;
      const fill = step => color(step.total ? 'ink' : step.amount < 0 ? 'bad' : 'good');
      const amounts = valueAxis('decimal', {
        min: least < 0 ? least - 0.15 * span : 0, max: most + (sideways ? 0 : 0.15) * span,
        axisLabel: label({ showMinLabel: least >= 0, showMaxLabel: false, formatter: value => minus(axisNumber('decimal').format(value)) }),
        ...(sideways ? { show: false } : {}),
      });
      const places = categoryAxis(steps.map(step => step.label), {
        inverse: sideways, axisLine: { show: false }, axisLabel: label({ ...names(box, 160), ...(sideways ? {} : { width: box.clientWidth / (steps.length + 1) }) }),
      });
      return {
        grid: grid({ right: sideways ? roomFor(data.steps.map(step => step.tip)) : 8 }),
        xAxis: sideways ? amounts : places,
        yAxis: sideways ? places : amounts,
        series: [
          {
            type: 'custom', ...still, silent: true, data: steps.map((step, i) => sideways ? [step.reached, i] : [i, step.reached]),
            renderItem: (params, api) => {
              const i = params.dataIndex;
              const step = steps[i];
              const place = value => api.coord(sideways ? [value, i] : [i, value]);
              const [low, high] = [place(step.low), place(step.high)];
              const half = 0.31 * (sideways ? api.size([0, 1])[1] : api.size([1, 0])[0]);
              const thick = Math.max(3, sideways ? high[0] - low[0] : low[1] - high[1]);
              const shape = sideways
                ? { x: low[0], y: low[1] - half, width: thick, height: 2 * half, r: 2 }
                : { x: high[0] - half, y: high[1], width: 2 * half, height: thick, r: 2 };
              const next = api.coord(sideways ? [step.reached, i + 1] : [i + 1, step.reached]);
              const here = place(step.reached);
              const joint = sideways
                ? { x1: here[0], y1: here[1] + half, x2: next[0], y2: next[1] - half }
                : { x1: here[0] + half, y1: here[1], x2: next[0] - half, y2: next[1] };
              return {
                type: 'group',
                children: [
                  { type: 'rect', shape, style: { fill: fill(step) } },
                  ...(i + 1 < steps.length ? [{ type: 'line', shape: joint, style: { stroke: color('axis'), lineWidth: 1 } }] : []),
                ],
              };
            },
          },
          {
            type: 'scatter', ...still, silent: true, symbolSize: 0.1, itemStyle: { color: 'transparent' },
            data: steps.map((step, i) => sideways ? [step.high, i] : [i, step.high]),
            label: label({
              show: true, position: sideways ? 'right' : 'top', distance: 8, color: color('ink'), fontSize: 13,
              formatter: param => steps[param.dataIndex].tip,
            }),
          },
        ],
      };
    },

    bars: (data, box) => ({
      grid: grid({ top: 8, right: roomFor(data.bars.map(bar => bar.tip)) }),
      xAxis: valueAxis(data.unit, { min: 0, splitNumber: box.clientWidth < 560 ? 2 : 5 }),
      yAxis: categoryAxis(data.bars.map(bar => bar.label), {
        inverse: true, axisLabel: label(names(box, 200)),
      }),
      series: [
        {
          type: 'bar', barWidth: '52%', barMaxWidth: 30, ...still, itemStyle: { color: color('accent-bar'), borderRadius: 2 },
          data: data.bars.map(bar => ({ value: bar.value, tip: bar.tip })),
        },
        {
          type: 'scatter', ...still, silent: true, symbolSize: 0.1, itemStyle: { color: 'transparent' },
          data: data.bars.map((bar, i) => [bar.high === undefined ? bar.value : Math.max(bar.high, bar.value), i]),
          label: label({ show: true, position: 'right', distance: 10, color: color('ink'), fontSize: 13, formatter: param => data.bars[param.dataIndex].tip }),
        },
        intervals(data.bars, false),
      ],
    }),

    pareto: (data, box) => ({
      grid: grid({ top: 8, right: 56 }),
      // the total is seldom a round number: its label would run into the last round one
      xAxis: valueAxis('decimal', {
        min: 0, max: data.total, minInterval: 1, axisLabel: label({ hideOverlap: true, showMaxLabel: false, formatter: value => axisNumber('decimal').format(value) }),
      }),
      yAxis: categoryAxis(data.causes.map(cause => cause.label), {
        inverse: true, axisLabel: label(names(box, 200)),
      }),
      series: [
        {
          type: 'bar', barWidth: '52%', barMaxWidth: 30, ...still, itemStyle: { color: color('accent-bar'), borderRadius: 2 },
          data: data.causes.map((cause, i) => ({ value: cause.count, tip: cause.tip, label: i ? {} : { position: 'insideRight', color: color('on-accent') } })),
          label: label({ show: true, position: 'right', distance: 8, color: color('ink'), fontSize: 13, formatter: param => param.data.tip }),
        },
        {
          type: 'line', ...still, name: data.running, symbol: 'circle', symbolSize: 7, itemStyle: { color: color('second') },
          lineStyle: { color: color('second'), width: 1.5 }, data: data.causes.map(cause => cause.running),
          label: label({ show: true, position: 'right', distance: 8, formatter: param => percent.format(param.value / data.total) }),
        },
      ],
    }),

    scores: data => ({
      grid: grid({ top: 16 }),
      xAxis: categoryAxis(data.scores.map(score => score.label), { axisLine: { onZero: false, ...line('axis') } }),
      yAxis: valueAxis('decimal', { min: -100, max: 100, interval: 50 }),
      series: [
        {
          type: 'line', ...still, symbol: 'circle', symbolSize: 9, z: 6, itemStyle: { color: color('accent') },
          lineStyle: { color: color('accent'), width: 1, opacity: 0.4 }, data: data.scores.map(score => score.value),
          label: label({ show: true, position: 'right', distance: 6, color: color('ink'), fontWeight: 600, formatter: param => data.scores[param.dataIndex].tip }),
          labelLayout: { hideOverlap: true },
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: color('axis'), type: 'solid' }, data: [{ yAxis: 0 }] },
        },
        intervals(data.scores, true),
      ],
    }),

    lines: (data, box) => {
      // small shares, such as those of churn, would lie flat on an axis up to 100 %
      const shareAxis = highest => {
        const step = [0.01, 0.02, 0.05, 0.1].find(candidate => highest <= 5 * candidate) || 0.25;
        return { min: 0, interval: step, max: highest > 0.5 ? Math.max(1, Math.ceil(4 * highest) / 4) : step * Math.max(1, Math.ceil(highest / step)) };
      };
      const strokes = ['accent', 'second', 'third', 'neutral'];
      // what is projected goes on in the colour of what was observed
      const order = data.series.map((series, i) => data.series.slice(0, i + 1).filter(other => !other.projected).length - 1);
      const continued = data.series.some(series => series.projected);
      const stroke = i => strokes[Math.max(0, order[i]) % strokes.length];
      const dash = i => continued ? (data.series[i].projected ? [6, 4] : 'solid') : i >= strokes.length ? [2, 3] : i % 2 ? [6, 4] : 'solid';
      const shown = data.series.filter(series => !series.projected).map(series => series.name);
      const several = shown.length > 1;
      const stacked = box.clientWidth < 560;
      return {
        grid: grid({ top: several ? (stacked ? 24 + 20 * shown.length : 44) : 16, right: 40 }),
        legend: { show: several, data: shown, top: 0, left: 0, orient: stacked ? 'vertical' : 'horizontal', itemGap: stacked ? 6 : 20, icon: 'roundRect', itemHeight: 3, itemWidth: 18, textStyle: label({ fontSize: 13 }) },
        xAxis: categoryAxis(data.labels, {
          boundaryGap: false, axisLine: { onZero: false, ...line('axis') },
        }),
        yAxis: valueAxis(data.unit, data.unit === 'percent' ? shareAxis(Math.max(0, ...data.series.flatMap(series => [...series.values, ...(series.high || [])]))) : {}),
        tooltip: tooltip({
          trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: color('axis') } },
          formatter: params => [params[0].axisValue, ...params.filter(param => param.seriesType === 'line' && data.series.find(series => series.name === param.seriesName).tips[param.dataIndex]).map(param =>
            (data.series.length > 1 ? param.seriesName + ': ' : '') + data.series.find(series => series.name === param.seriesName).tips[param.dataIndex])].join('\n'),
        }),
        series: [...data.series.flatMap((series, i) => series.low ? [[series, stroke(i)]] : []).map(range), ...data.series.map((series, i) => ({
          type: 'line', name: series.name, symbol: 'none', step: data.steps ? 'end' : false, ...still, data: series.values,
          itemStyle: { color: color(stroke(i)) },
          lineStyle: { color: color(stroke(i)), width: 2.5, type: dash(i) },
          markLine: i ? undefined : {
            silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: color('axis'), type: 'solid' },
            data: [
              ...(series.values.some(value => value < 0) ? [{ yAxis: 0 }] : []),
              ...(data.mark === undefined ? [] : [{
                xAxis: data.mark, lineStyle: { color: color('axis'), type: [4, 4], width: 1 },
                label: label({ show: true, formatter: data.marked, position: 'insideEndTop', rotate: 0, align: data.mark > data.labels.length / 2 ? 'right' : 'left', distance: [8, 4] }),
              }]),
            ],
          },
        }))],
      };
    },
  };

  kinds.columns = (data, box) => {
    const strokes = ['accent-bar', 'second', 'third', 'neutral'];
    const several = data.series.length > 1;
    const stacked = box.clientWidth < 560;
    return {
      grid: grid({ top: several ? (stacked ? 24 + 20 * data.series.length : 44) : 16 }),
      legend: { show: several, top: 0, left: 0, orient: stacked ? 'vertical' : 'horizontal', itemGap: stacked ? 6 : 20, itemHeight: 10, itemWidth: 14, textStyle: label({ fontSize: 13 }) },
      xAxis: categoryAxis(data.labels),
      yAxis: valueAxis(data.unit, { min: 0 }),
      tooltip: tooltip({
        trigger: 'axis', axisPointer: { type: 'none' },
        formatter: params => [params[0].axisValue, ...params.map(param => `${param.seriesName}: ${data.series[param.seriesIndex].tips[param.dataIndex]}`)].join('\n'),
      }),
      series: data.series.map((series, i) => ({
        type: 'bar', name: series.name, ...still, barMaxWidth: 26, barGap: '12%', data: series.values,
        itemStyle: { color: color(strokes[i % strokes.length]), borderRadius: [2, 2, 0, 0] },
      })),
    };
  };

  /* With a view box the drawing fits any width, such as that of paper. */
  const fit = box => {
    const svg = box.querySelector('svg');
    if (svg) svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  };

  document.querySelectorAll('.chart').forEach(box => {
    const data = JSON.parse(document.getElementById(box.dataset.from).textContent);
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const draw = () => {
      chart.setOption({ animation: false, textStyle: { fontFamily: font }, ...kinds[data.kind](data, box) }, true);
      fit(box);
    };
    draw();
    let width = box.clientWidth;
    new ResizeObserver(() => {
      if (box.clientWidth === width || box.clientWidth === 0 || matchMedia('print').matches) return;
      width = box.clientWidth;
      chart.resize();
      draw();
    }).observe(box);
  });
})();
