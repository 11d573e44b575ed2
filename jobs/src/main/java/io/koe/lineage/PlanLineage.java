package io.koe.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.OuterReference;
import org.apache.spark.sql.catalyst.expressions.ScalarSubquery;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.View;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Follows the columns of one analysed plan down to the views it reads. A column is known by the
 * number Spark gives it; what is new gets the columns its expression names. Coarse where SQL is:
 * all columns of a {@code case}, of its conditions and of a window's partition and order count.
 */
final class PlanLineage {
  private final Map<Long, NavigableSet<ColumnName>> known = new HashMap<>();
  private final Map<Long, List<Attribute>> steps = new HashMap<>();
  private final NavigableSet<ColumnName> rows = new TreeSet<>();

  /** Reads a plan; a view within it is an input and isn't looked into. */
  PlanLineage(LogicalPlan plan) {
    visit(plan);
  }

  NavigableSet<ColumnName> inputs(Attribute column) {
    return known.getOrDefault(column.exprId().id(), new TreeSet<>());
  }

  /** The columns of conditions, joins and groups. */
  NavigableSet<ColumnName> rows() {
    return rows;
  }

  private void visit(LogicalPlan plan) {
    if (plan instanceof SubqueryAlias named && named.child() instanceof View) {
      for (Attribute column : list(named.output())) {
        add(column, new TreeSet<>(List.of(new ColumnName(named.alias(), column.name()))));
      }
      return;
    }
    list(plan.children()).forEach(this::visit);
    list(plan.expressions()).forEach(this::visit);
    positions(plan);
    conditions(plan);
  }

  /** Subqueries within an expression, then the columns it makes. */
  private void visit(Expression expression) {
    if (expression instanceof SubqueryExpression subquery) {
      visit(subquery.plan());
    }
    list(expression.children()).forEach(this::visit);
    if (expression instanceof Alias alias) {
      add(alias.toAttribute(), of(alias.child()));
    }
  }

  /** Columns that come from others by their place. */
  private void positions(LogicalPlan plan) {
    if (plan instanceof CTERelationDef step) {
      steps.put(step.id(), list(step.child().output()));
    } else if (plan instanceof CTERelationRef step) {
      copy(steps.get(step.cteId()), list(step.output()));
    } else if (plan instanceof Union union) {
      list(union.children()).forEach(c -> copy(list(c.output()), list(union.output())));
    } else if (plan instanceof Expand expand) {
      for (Seq<Expression> projection : list(expand.projections())) {
        for (int i = 0; i < projection.size(); i++) {
          add(expand.output().apply(i), of(projection.apply(i)));
        }
      }
    } else if (plan instanceof Generate generate) {
      NavigableSet<ColumnName> inputs = of((Expression) generate.generator());
      list(generate.generatorOutput()).forEach(c -> add(c, inputs));
    }
  }

  private void conditions(LogicalPlan plan) {
    if (plan instanceof Filter filter) {
      rows.addAll(of(filter.condition()));
    } else if (plan instanceof Join join && join.condition().isDefined()) {
      rows.addAll(of(join.condition().get()));
    } else if (plan instanceof Aggregate aggregate) {
      list(aggregate.groupingExpressions()).forEach(g -> rows.addAll(of(g)));
    }
  }

  private void copy(List<Attribute> from, List<Attribute> to) {
    for (int i = 0; i < to.size(); i++) {
      add(to.get(i), inputs(from.get(i)));
    }
  }

  private void add(Attribute column, NavigableSet<ColumnName> inputs) {
    known.computeIfAbsent(column.exprId().id(), id -> new TreeSet<>()).addAll(inputs);
  }

  private NavigableSet<ColumnName> of(Expression expression) {
    NavigableSet<ColumnName> inputs = new TreeSet<>();
    if (expression instanceof Attribute column) {
      inputs.addAll(inputs(column));
    } else if (expression instanceof OuterReference outer) {
      inputs.addAll(inputs(outer.e().toAttribute()));
    } else if (expression instanceof ScalarSubquery subquery) {
      list(subquery.plan().output()).forEach(c -> inputs.addAll(inputs(c)));
    }
    list(expression.children()).forEach(c -> inputs.addAll(of(c)));
    return inputs;
  }

  private static <T> List<T> list(Seq<? extends T> items) {
    return new ArrayList<>(CollectionConverters.asJava(items));
  }
}
